import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ColumnChart } from "@/kit/charts/ColumnChart";
import type { TimesData } from "@/kit/charts/TimesData";
import { Panel } from "@/kit/dashboard/Panel";
import { beginOf, economyQuery } from "../crowdQueries";
import { useGame } from "../useGame";

/** What was paid, day by day. */
export function RevenuePanel() {
  const { period, isOpen } = useGame();
  const query = useQuery(economyQuery(period));
  const answer = query.data;
  const data = useMemo(
    (): TimesData => ({
      begins: (answer?.days ?? []).map(({ day }) => beginOf(day)),
      grain: "day",
      unit: "money",
      isOpen,
      series: [{ name: "Revenue", values: (answer?.days ?? []).map(({ revenue }) => revenue) }],
      ...(answer?.currency == null ? {} : { currency: answer.currency }),
    }),
    [answer, isOpen],
  );
  return (
    <Panel title="Revenue" note="What players paid, less what was paid back" span={8} state={query}>
      <ColumnChart name="Revenue" data={data} />
    </Panel>
  );
}
