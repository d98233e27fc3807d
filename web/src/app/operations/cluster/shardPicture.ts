import type { ChartTable } from "@/kit/charts/Picture";
import type { Cluster } from "./clusterQuery";
import { spansOf } from "./clusterWords";

export interface ShardCell {
  readonly shard: number;
  /** The number of the node that has it; undefined while nobody does. */
  readonly node: number | undefined;
  readonly name: string;
}

export interface ShardShare {
  readonly node: number | undefined;
  readonly name: string;
  readonly count: number;
}

export interface ShardPicture {
  readonly cells: readonly ShardCell[];
  readonly legend: readonly ShardShare[];
  /** What the map shows, in words. */
  readonly summary: string;
  readonly table: ChartTable;
}

const nobody = "no node";

/** Who has which shard: as cells, as a sentence and as a table. */
export function shardPictureOf({ nodes, shards }: Cluster): ShardPicture {
  const names = new Map(nodes.map(({ number, name }) => [number, name]));
  const cells = shards.map(({ number, node }): ShardCell => {
    if (node == null) return { shard: number, node: undefined, name: nobody };
    return { shard: number, node, name: names.get(node) ?? `node ${node}` };
  });
  // In the order of the nodes' table; what nobody has comes last.
  const owners = [...new Set(cells.map(({ node }) => node))].sort(
    (a, b) => (a ?? Infinity) - (b ?? Infinity),
  );
  const shares = owners.map((node) => {
    const own = cells.filter((cell) => cell.node === node);
    return { node, name: own[0]?.name ?? nobody, numbers: own.map(({ shard }) => shard) };
  });
  const parts = shares.map(({ name, numbers }) => `${name} has ${numbers.length}: ${spansOf(numbers)}`);
  return {
    cells,
    legend: shares.map(({ node, name, numbers }) => ({ node, name, count: numbers.length })),
    summary: `${shards.length} shards. ${parts.join("; ")}.`,
    table: {
      columns: [{ label: "Node" }, { label: "Shard", align: "end" }],
      rows: cells.map(({ shard, name }) => ({ cells: [name, String(shard)] })),
    },
  };
}
