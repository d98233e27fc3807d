import { BigNumber } from "@/kit/dashboard/BigNumber";
import { BigNumbers } from "@/kit/dashboard/BigNumbers";
import { formatExact } from "@/kit/format";
import type { Cluster } from "./clusterQuery";

interface Props {
  readonly cluster: Cluster | undefined;
}

/** The cluster at a glance. */
export function ClusterFigures({ cluster }: Props) {
  const isLoading = cluster === undefined;
  const nodes = cluster?.nodes ?? [];
  const up = nodes.filter(({ state }) => state === "up").length;
  const owned = cluster?.shards.filter(({ node }) => node != null).length;
  const known = cluster?.isClustered === true ? cluster : undefined;
  return (
    <BigNumbers label="The cluster at a glance">
      <BigNumber
        label="Nodes up"
        unit="count"
        value={cluster && up}
        note={cluster && `of ${formatExact(nodes.length)}`}
        isLoading={isLoading}
      />
      <BigNumber
        label="Shards with a node"
        unit="count"
        value={owned}
        note={cluster && `of ${formatExact(cluster.shards.length)}`}
        isLoading={isLoading}
      />
      <BigNumber label="Journal" unit="bytes" value={cluster?.committedPosition} isLoading={isLoading} />
      <BigNumber
        label="Forwarded"
        unit="count"
        value={known?.sentCount}
        note="commands to other nodes"
        isLoading={isLoading}
      />
      <BigNumber
        label="Retried"
        unit="count"
        value={known?.retriedCount}
        note="waits for a shard"
        isLoading={isLoading}
      />
      <BigNumber
        label="Unconfirmed"
        unit="count"
        value={known?.lostCount}
        note="outcome not known"
        isLoading={isLoading}
      />
    </BigNumbers>
  );
}
