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
    <Notice meaning="info" icon={IconServer}>
      This server is alone: it has every shard itself.
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
    <Notice meaning="info" icon={IconInfoCircle}>
      The only node so far: nobody takes over when it stops.
    </Notice>
  ) : (
    <Notice meaning="good" icon={IconCircleCheck}>
      All is well: every node is up, every shard has one.
    </Notice>
  );
}
