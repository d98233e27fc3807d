import { compact } from "@/kit/charts/unit";
import { formatExact } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { Level } from "./Level";
import type { System } from "./systemQuery";

type Shard = System["shards"][number];

const columns: readonly Column<Shard>[] = [
  { id: "index", header: "Shard", width: "56px", cell: (each) => each.index },
  {
    id: "mailbox",
    header: "Mailbox",
    width: "minmax(120px, 2fr)",
    cell: (each) => <Level value={each.mailboxDepth} of={each.mailboxCapacity} label="waiting" />,
  },
  {
    id: "rate",
    header: "Commands/s",
    width: "minmax(80px, 1fr)",
    align: "end",
    cell: (each) => compact(each.commandsPerSecond, "decimal"),
  },
  {
    id: "batch",
    header: "A batch",
    width: "minmax(64px, 1fr)",
    align: "end",
    from: 460,
    cell: (each) => (each.meanBatch === 0 ? "–" : compact(each.meanBatch, "decimal")),
  },
  {
    id: "flight",
    header: "Being written",
    width: "minmax(88px, 1fr)",
    align: "end",
    from: 560,
    cell: (each) => each.batchesInFlight,
  },
  {
    id: "partitions",
    header: "Partitions",
    width: "minmax(80px, 1fr)",
    align: "end",
    from: 520,
    cell: (each) => formatExact(each.partitions),
  },
  {
    id: "commands",
    header: "Decided",
    width: "minmax(80px, 1fr)",
    align: "end",
    from: 640,
    cell: (each) => <span title={formatExact(each.commands)}>{compact(each.commands, "count")}</span>,
  },
];

interface Props {
  readonly shards: readonly Shard[];
}

/** Every shard, one a row. */
export function ShardTable({ shards }: Props) {
  return (
    <VirtualTable
      isFitted
      label="Shards"
      rows={rowsOf(shards)}
      rowKey={(each) => String(each.index)}
      columns={columns}
      rowHeight={32}
    />
  );
}
