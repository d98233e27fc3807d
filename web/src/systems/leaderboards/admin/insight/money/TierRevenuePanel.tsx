import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { PieChart } from "@/kit/charts/PieChart";
import type { PieData } from "@/kit/charts/piePicture";
import { Panel } from "@/kit/dashboard/Panel";
import { economyQuery } from "../crowdQueries";
import { useGame } from "../useGame";

/** What players of each skill tier paid. */
export function TierRevenuePanel() {
  const { period } = useGame();
  const query = useQuery(economyQuery(period));
  const answer = query.data;
  const data = useMemo(
    (): PieData => ({
      of: "Tier",
      measure: "Revenue",
      unit: "money",
      parts: (answer?.tiers ?? [])
        .filter(({ revenue }) => revenue > 0)
        .map(({ tier, payers, revenue }) => ({ name: `${tier} (${payers})`, value: revenue })),
      ...(answer?.currency == null ? {} : { currency: answer.currency }),
    }),
    [answer],
  );
  return (
    <Panel title="Revenue by tier" note="Of all time; in brackets how many pay" span={4} state={query}>
      <PieChart name="Revenue by tier" data={data} />
    </Panel>
  );
}
