import { missing } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { RelativeTime } from "@/kit/RelativeTime";
import { StatusBadge } from "@/kit/StatusBadge";
import { ReportActions } from "./ReportActions";
import styles from "./Reports.module.css";
import { outcomeOf, scheduleOf } from "./report";
import type { Report } from "./reportQueries";

function LastRun({ report: { lastRun } }: { readonly report: Report }) {
  if (lastRun == null) return <>{missing}</>;
  const { meaning, word } = outcomeOf(lastRun.state);
  return (
    <span className={styles.run} title={lastRun.error ?? undefined}>
      <StatusBadge meaning={meaning}>{word}</StatusBadge>
      <RelativeTime at={lastRun.at} />
    </span>
  );
}

export const reportColumns: readonly Column<Report>[] = [
  {
    id: "title",
    header: "Report",
    width: "minmax(132px, 2fr)",
    cell: (each) => <span title={each.title}>{each.title}</span>,
  },
  { id: "last", header: "Last run", width: "176px", cell: (each) => <LastRun report={each} /> },
  {
    id: "schedule",
    header: "Schedule",
    width: "216px",
    from: 640,
    cell: (each) => scheduleOf(each),
  },
  {
    id: "next",
    header: "Next run",
    width: "112px",
    from: 760,
    cell: (each) =>
      each.nextAt == null ? (
        <StatusBadge meaning="neutral">Paused</StatusBadge>
      ) : (
        <RelativeTime at={each.nextAt} />
      ),
  },
  { id: "format", header: "Format", width: "64px", from: 860, cell: (each) => each.format.toUpperCase() },
  {
    id: "recipients",
    header: "Recipients",
    width: "minmax(120px, 1fr)",
    from: 900,
    cell: (each) => <span title={each.recipients.join(", ")}>{each.recipients.join(", ")}</span>,
  },
  {
    id: "actions",
    header: "Actions",
    width: "88px",
    align: "end",
    cell: (each) => <ReportActions report={each} />,
  },
];
