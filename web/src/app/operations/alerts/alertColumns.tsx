import type { Column } from "@/kit/list/Column";
import { RelativeTime } from "@/kit/RelativeTime";
import { StatusBadge } from "@/kit/StatusBadge";
import { AcknowledgeButton } from "./AcknowledgeButton";
import styles from "./Alerts.module.css";
import type { Alert } from "./alertQueries";
import { alertStateOf, severityOf, titled } from "./alertWords";

function State({ alert }: { readonly alert: Alert }) {
  const { meaning, word } = alertStateOf(alert.state);
  return <StatusBadge meaning={meaning}>{word}</StatusBadge>;
}

function Severity({ alert }: { readonly alert: Alert }) {
  const { meaning, word } = severityOf(alert.severity);
  return <StatusBadge meaning={meaning}>{word}</StatusBadge>;
}

export const alertColumns: readonly Column<Alert>[] = [
  {
    id: "what",
    header: "Alert",
    width: "minmax(160px, 3fr)",
    cell: (each) => (
      <span className={styles.what} title={each.text}>
        <span>{each.title}</span>
        <small>{each.text}</small>
      </span>
    ),
  },
  {
    id: "severity",
    header: "Severity",
    width: "96px",
    from: 640,
    cell: (each) => <Severity alert={each} />,
  },
  { id: "state", header: "State", width: "124px", cell: (each) => <State alert={each} /> },
  { id: "system", header: "System", width: "88px", from: 860, cell: (each) => titled(each.system) },
  {
    id: "raised",
    header: "Raised",
    width: "120px",
    from: 720,
    cell: (each) => <RelativeTime at={each.raisedAt} />,
  },
  {
    id: "actions",
    header: "Actions",
    width: "124px",
    align: "end",
    from: 560,
    cell: (each) => (each.state === "open" ? <AcknowledgeButton alert={each} /> : null),
  },
];
