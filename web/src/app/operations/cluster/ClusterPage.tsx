import { useQuery } from "@tanstack/react-query";
import { Dashboard } from "@/kit/dashboard/Dashboard";
import { Freshness } from "@/kit/dashboard/Freshness";
import { Panel } from "@/kit/dashboard/Panel";
import { PanelGrid } from "@/kit/dashboard/PanelGrid";
import { ErrorState } from "@/kit/ErrorState";
import { ClusterFigures } from "./ClusterFigures";
import { ClusterNews } from "./ClusterNews";
import { clusterEveryMs, clusterQuery } from "./clusterQuery";
import { LinkTable } from "./LinkTable";
import { NodeTable } from "./NodeTable";
import { SeveralWords } from "./SeveralWords";
import { ShardMap } from "./ShardMap";

/** The servers that are one: who is there, who has which shard, and how they get on. */
export function ClusterPage() {
  const query = useQuery(clusterQuery);
  const { data, error, refetch, dataUpdatedAt } = query;
  return (
    <Dashboard
      title="Cluster"
      description="Nodes and shards, as the node that answers sees them."
      actions={<Freshness at={dataUpdatedAt} staleMs={5 * clusterEveryMs} isFailing={error !== null} />}
    >
      {error !== null && data === undefined ? (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <ClusterNews cluster={data} />
          <ClusterFigures cluster={data} />
          <PanelGrid>
            <Panel title="Nodes" span={12} state={query} height={104}>
              <NodeTable nodes={data?.nodes ?? []} />
            </Panel>
            <Panel title="Shards by node" span={6} state={query} height={136}>
              {data === undefined ? null : <ShardMap cluster={data} />}
            </Panel>
            {data?.nodes.length === 1 ? (
              <Panel title="Running several" span={6} height={136}>
                <SeveralWords isClustered={data.isClustered} />
              </Panel>
            ) : (
              <Panel title="Links" note="From this node to the others" span={6} state={query} height={136}>
                {data === undefined ? null : <LinkTable cluster={data} />}
              </Panel>
            )}
          </PanelGrid>
        </>
      )}
    </Dashboard>
  );
}
