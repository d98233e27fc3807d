import { IconRun } from "@tabler/icons-react";
import { EmptyState } from "@/kit/EmptyState";
import { formatDuration, missing } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { RelativeTime } from "@/kit/RelativeTime";
import styles from "./System.module.css";
import type { System } from "./systemQuery";

type Slow = System["slow"][number];

const kinds: Readonly<Record<string, string>> = { http: "Request", commit: "Write" };

const columns: readonly Column<Slow>[] = [
  {
    id: "took",
    header: "Took",
    width: "80px",
    align: "end",
    cell: (each) => formatDuration(each.durationMs),
  },
  { id: "kind", header: "Kind", width: "72px", cell: (each) => kinds[each.kind] ?? each.kind },
  {
    id: "name",
    header: "What",
    width: "minmax(160px, 3fr)",
    cell: (each) => <span title={each.name}>{each.name}</span>,
  },
  { id: "detail", header: "Outcome", width: "minmax(80px, 1fr)", from: 520, cell: (each) => each.detail },
  { id: "at", header: "When", width: "112px", from: 440, cell: (each) => <RelativeTime at={each.at} /> },
  {
    id: "trace",
    header: "Trace",
    width: "minmax(96px, 1fr)",
    from: 760,
    cell: (each) => (each.traceId == null ? missing : <code title={each.traceId}>{each.traceId}</code>),
  },
];

interface Props {
  readonly slow: readonly Slow[];
}

/** What took longest lately. */
export function SlowTable({ slow }: Props) {
  return (
    <div className={styles.table}>
      <VirtualTable
        label="Slow operations"
        rows={rowsOf(slow)}
        rowKey={(each) => `${each.at} ${each.name}`}
        columns={columns}
        rowHeight={32}
        empty={<EmptyState icon={IconRun} title="Nothing was slow" text="In the last hour all was quick." />}
      />
    </div>
  );
}
