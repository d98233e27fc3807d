import styles from "./Cluster.module.css";

interface Props {
  /** Whether others could join this server as it is. */
  readonly isClustered: boolean;
}

/** How a server that is alone gets company. */
export function SeveralWords({ isClustered }: Props) {
  return (
    <div className={styles.several}>
      <p>
        Servers that are given the same PostgreSQL are one: they divide the shards, forward commands to each
        other, and take over when one of them stops.
      </p>
      <p>
        {isClustered
          ? "This server is ready for it: another one that is started with the same "
          : "This server keeps its journal in its own data folder; to have company it is started with "}
        <code>Catalog:Postgres:ConnectionString</code>
        {isClustered ? " joins by itself." : ", and so is every other one."}
      </p>
      <p>
        How to run several is in <code>docs/cluster.md</code>.
      </p>
    </div>
  );
}
