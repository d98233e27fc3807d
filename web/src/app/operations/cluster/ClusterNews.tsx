import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconServer } from "@tabler/icons-react";
import { Notice } from "@/kit/Notice";
import styles from "./Cluster.module.css";
import type { Cluster } from "./clusterQuery";
import { concernsOf } from "./clusterWords";

interface Props {
  readonly cluster: Cluster | undefined;
}

/** In words whether the server is one of several, and whether all is well with them; read out when it changes. */
export function ClusterNews({ cluster }: Props) {
  return (
    <div className={styles.news} role="status" data-waits={cluster === undefined || undefined}>
      {cluster?.isClustered === false ? <Alone /> : <Concerns cluster={cluster} />}
    </div>
  );
}

function Alone() {
  return (
    <Notice meaning="info" icon={IconServer} title="This server is alone">
      It has every shard, and its journal is in its own data folder. Servers that are given the same
      PostgreSQL (<code>Catalog:Postgres:ConnectionString</code>) become one: they divide the shards and take
      over from each other. How to run several is in <code>docs/operations.md</code>.
    </Notice>
  );
}

function Concerns({ cluster }: Props) {
  const concerns = cluster === undefined ? [] : concernsOf(cluster);
  const worst = concerns[0];
  if (worst !== undefined) {
    const isBad = worst.meaning !== "info";
    return (
      <Notice
        meaning={worst.meaning}
        icon={isBad ? IconAlertTriangle : IconInfoCircle}
        title={isBad ? "Worth a look" : "Good to know"}
      >
        <ul>
          {concerns.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  return cluster?.nodes.length === 1 ? (
    <Notice meaning="info" icon={IconInfoCircle} title="The only node so far">
      Nobody takes over when it stops. A server that is started with the same PostgreSQL joins by itself; how
      is in docs/operations.md.
    </Notice>
  ) : (
    <Notice meaning="good" icon={IconCircleCheck}>
      All is well: every node is up, every shard has one.
    </Notice>
  );
}
