import type { Column } from "@/kit/list/Column";
import { StatusBadge } from "@/kit/StatusBadge";
import type { AlertRule } from "./alertQueries";
import { ruleStateOf, severityOf } from "./alertWords";
import { RuleSwitch } from "./RuleSwitch";
import { conditionOf } from "./rule";

function State({ rule }: { readonly rule: AlertRule }) {
  const { meaning, word } = ruleStateOf(rule.state);
  return <StatusBadge meaning={meaning}>{word}</StatusBadge>;
}

export const ruleColumns: readonly Column<AlertRule>[] = [
  {
    id: "name",
    header: "Rule",
    width: "minmax(120px, 2fr)",
    cell: (each) => <span title={each.name}>{each.name}</span>,
  },
  { id: "state", header: "State", width: "96px", cell: (each) => <State rule={each} /> },
  {
    id: "enabled",
    header: "Enabled",
    width: "80px",
    cell: (each) => <RuleSwitch rule={each} />,
  },
  {
    id: "condition",
    header: "Condition",
    width: "minmax(200px, 3fr)",
    from: 680,
    cell: (each) => <span title={conditionOf(each)}>{conditionOf(each)}</span>,
  },
  {
    id: "severity",
    header: "Severity",
    width: "96px",
    from: 560,
    cell: (each) => severityOf(each.severity).word,
  },
  {
    id: "told",
    header: "Notifies",
    width: "minmax(140px, 1fr)",
    from: 860,
    cell: (each) => {
      const all = [...each.mails, ...(each.webhook == null ? [] : [each.webhook])].join(", ") || "In the app";
      return <span title={all}>{all}</span>;
    },
  },
];
