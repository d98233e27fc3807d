import styles from "./Cluster.module.css";
import type { ClusterNode } from "./clusterQuery";
import { colourOf } from "./clusterWords";

interface Props {
  readonly node: ClusterNode;
}

/** A node by its colour and name, and whether it is the one that answers. */
export function NodeName({ node: { number, name, isThis } }: Props) {
  return (
    <span className={styles.name} title={`Node ${number}`}>
      <span className={styles.swatch} style={{ background: colourOf(number) }} aria-hidden />
      <strong>{name}</strong>
      {isThis ? <span className={styles.self}>this node</span> : null}
    </span>
  );
}
