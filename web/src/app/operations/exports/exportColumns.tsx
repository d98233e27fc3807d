import type { ExportJob } from "@/kit/exports/exportQueries";
import { formatBytes, formatExact, missing } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { RelativeTime } from "@/kit/RelativeTime";
import { StatusBadge } from "@/kit/StatusBadge";
import { ExportActions } from "./ExportActions";

const states = {
  queued: ["neutral", "Waiting"],
  running: ["info", "Being written"],
  done: ["good", "Done"],
  failed: ["bad", "Failed"],
  cancelled: ["neutral", "Cancelled"],
} as const;

function State({ job }: { readonly job: ExportJob }) {
  const [meaning, word] = states[job.state as keyof typeof states] ?? ["neutral", job.state];
  const isPartly = job.state === "running" && job.expectedRows != null && job.expectedRows > 0;
  const part = isPartly ? ` ${Math.min(99, Math.floor((100 * job.rows) / (job.expectedRows ?? 1)))} %` : "";
  return (
    <span title={job.error ?? undefined}>
      <StatusBadge meaning={meaning}>{word + part}</StatusBadge>
    </span>
  );
}

export const exportColumns: readonly Column<ExportJob>[] = [
  {
    id: "title",
    header: "What",
    width: "minmax(140px, 2fr)",
    cell: (each) => <span title={each.title}>{each.title}</span>,
  },
  { id: "format", header: "Format", width: "64px", from: 560, cell: (each) => each.format.toUpperCase() },
  { id: "state", header: "State", width: "148px", cell: (each) => <State job={each} /> },
  {
    id: "rows",
    header: "Rows",
    width: "88px",
    align: "end",
    from: 640,
    cell: (each) => formatExact(each.rows),
  },
  {
    id: "size",
    header: "Size",
    width: "88px",
    align: "end",
    from: 720,
    cell: (each) => (each.sizeBytes === 0 ? missing : formatBytes(each.sizeBytes)),
  },
  {
    id: "asked",
    header: "Asked for",
    width: "128px",
    from: 480,
    cell: (each) => <RelativeTime at={each.requestedAt} />,
  },
  {
    id: "actions",
    header: "Actions",
    width: "104px",
    align: "end",
    cell: (each) => <ExportActions job={each} />,
  },
];
