import type { Column } from "@/kit/list/Column";
import { RelativeTime } from "@/kit/RelativeTime";
import { StatusBadge } from "@/kit/StatusBadge";
import { AlertActions } from "./AlertActions";
import styles from "./Alerts.module.css";
import type { Alert } from "./alertQueries";

const severities = { info: "info", warning: "warning", critical: "bad" } as const;
const states: Readonly<Record<string, string>> = { open: "New", acknowledged: "Seen", resolved: "Over" };

export const alertColumns: readonly Column<Alert>[] = [
  {
    id: "severity",
    header: "How bad",
    width: "96px",
    cell: (each) => (
      <StatusBadge meaning={severities[each.severity as keyof typeof severities] ?? "neutral"}>
        {each.severity}
      </StatusBadge>
    ),
  },
  {
    id: "what",
    header: "What",
    width: "minmax(160px, 3fr)",
    cell: (each) => (
      <span className={styles.what} title={each.text}>
        {each.title}
        <small>{each.text}</small>
      </span>
    ),
  },
  { id: "system", header: "System", width: "88px", from: 760, cell: (each) => each.system },
  {
    id: "raised",
    header: "Raised",
    width: "120px",
    from: 560,
    cell: (each) => <RelativeTime at={each.raisedAt} />,
  },
  {
    id: "state",
    header: "State",
    width: "80px",
    from: 480,
    cell: (each) => (
      <span title={each.note ?? undefined}>
        {states[each.state] ?? each.state}
        {each.state === "resolved" && each.resolvedBy == null ? " by itself" : ""}
      </span>
    ),
  },
  {
    id: "actions",
    header: "Actions",
    width: "84px",
    align: "end",
    cell: (each) => <AlertActions alert={each} />,
  },
];
