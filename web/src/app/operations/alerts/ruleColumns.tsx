import { formatDuration, formatExact } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { StatusBadge } from "@/kit/StatusBadge";
import type { AlertRule } from "./alertQueries";
import { RuleActions } from "./RuleActions";
import { comparisonWords } from "./ruleWords";

const states = {
  off: ["neutral", "Off"],
  quiet: ["good", "Quiet"],
  pending: ["warning", "Waits"],
  raised: ["bad", "Raised"],
} as const;

function State({ rule }: { readonly rule: AlertRule }) {
  const [meaning, word] = states[rule.state as keyof typeof states] ?? ["neutral", rule.state];
  return <StatusBadge meaning={meaning}>{word}</StatusBadge>;
}

export const ruleColumns: readonly Column<AlertRule>[] = [
  {
    id: "name",
    header: "Rule",
    width: "minmax(120px, 2fr)",
    cell: (each) => <span title={each.name}>{each.name}</span>,
  },
  { id: "state", header: "State", width: "88px", cell: (each) => <State rule={each} /> },
  {
    id: "condition",
    header: "When",
    width: "minmax(160px, 3fr)",
    from: 620,
    cell: (each) =>
      `${each.measure} ${comparisonWords[each.comparison] ?? each.comparison} ${formatExact(each.threshold)} within ${formatDuration(each.windowMinutes * 60_000)}`,
  },
  { id: "severity", header: "How bad", width: "80px", from: 760, cell: (each) => each.severity },
  {
    id: "told",
    header: "Told",
    width: "minmax(96px, 1fr)",
    from: 900,
    cell: (each) =>
      [...each.mails, ...(each.webhook == null ? [] : [each.webhook])].join(", ") || "In the app",
  },
  {
    id: "actions",
    header: "Actions",
    width: "72px",
    align: "end",
    cell: (each) => <RuleActions rule={each} />,
  },
];
