import { type CSSProperties, useMemo } from "react";
import { ChartFrame } from "@/kit/charts/ChartFrame";
import styles from "./Cluster.module.css";
import type { Cluster } from "./clusterQuery";
import { colourOf } from "./clusterWords";
import { shardPictureOf } from "./shardPicture";

interface Props {
  readonly cluster: Cluster;
}

/** Which node has which shard: by colour and name, as a sentence, and as a table. */
export function ShardMap({ cluster }: Props) {
  const { cells, legend, summary, table } = useMemo(() => shardPictureOf(cluster), [cluster]);
  return (
    <ChartFrame name="Shards by node" table={table} height={136} isEmpty={cells.length === 0}>
      <div role="img" aria-label={`Shards by node. ${summary}`} className={styles.map}>
        {cells.map(({ shard, node, name }) => (
          <span
            key={shard}
            className={styles.shard}
            data-free={node === undefined || undefined}
            style={node === undefined ? undefined : ({ "--node": colourOf(node) } as CSSProperties)}
            title={`Shard ${shard}: ${name}`}
          >
            <b>{shard}</b>
            <span>{name}</span>
          </span>
        ))}
      </div>
      <ul className={styles.legend} aria-hidden>
        {legend.map(({ node, name, count }) => (
          <li key={node ?? name}>
            <span
              className={styles.swatch}
              style={node === undefined ? undefined : { background: colourOf(node) }}
            />
            {name}: {count}
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
