import { formatDateTime, missing } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { StatusBadge } from "@/kit/StatusBadge";
import type { AuditEntry } from "./auditQueries";

const results = {
  done: ["good", "Done"],
  refused: ["warning", "Refused"],
  failed: ["bad", "Failed"],
} as const;

function Result({ entry }: { readonly entry: AuditEntry }) {
  const [meaning, word] = results[entry.result as keyof typeof results] ?? ["neutral", entry.result];
  return (
    <span title={`Status ${entry.status}`}>
      <StatusBadge meaning={meaning}>{word}</StatusBadge>
    </span>
  );
}

export const auditColumns: readonly Column<AuditEntry>[] = [
  { id: "at", header: "When", width: "168px", from: 520, cell: (each) => formatDateTime(new Date(each.at)) },
  {
    id: "who",
    header: "Who",
    width: "minmax(100px, 1fr)",
    cell: (each) => <span title={`Account ${each.userId}`}>{each.userName ?? `Account ${each.userId}`}</span>,
  },
  { id: "action", header: "Did", width: "minmax(128px, 1fr)", cell: (each) => <code>{each.action}</code> },
  {
    id: "target",
    header: "To",
    width: "minmax(80px, 1fr)",
    from: 640,
    cell: (each) => <span title={each.target}>{each.target === "" ? missing : each.target}</span>,
  },
  { id: "result", header: "Result", width: "96px", cell: (each) => <Result entry={each} /> },
  { id: "address", header: "From", width: "120px", from: 860, cell: (each) => each.address },
  {
    id: "trace",
    header: "Trace",
    width: "minmax(96px, 1fr)",
    from: 1000,
    cell: (each) => <code title={each.traceId}>{each.traceId}</code>,
  },
];
