import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { BarChart } from "@/kit/charts/BarChart";
import type { BarData } from "@/kit/charts/barPicture";
import { Panel } from "@/kit/dashboard/Panel";
import { formatDay } from "@/kit/format";
import { beginOf, economyQuery } from "../crowdQueries";
import { useGame } from "../useGame";

/** Of those who first played in a week, which part has paid. */
export function ConversionPanel() {
  const { period } = useGame();
  const query = useQuery(economyQuery(period));
  const cohorts = query.data?.cohorts;
  const data = useMemo(
    (): BarData => ({
      of: "First played",
      series: ["Have paid"],
      unit: "percent",
      items: (cohorts ?? [])
        .filter(({ players }) => players > 0)
        .map(({ week, players, payers }) => ({
          name: formatDay(new Date(beginOf(week))),
          values: [payers / players],
        })),
    }),
    [cohorts],
  );
  return (
    <Panel
      title="From free to paid"
      note="Of those who first played in a week, the part that has paid"
      state={query}
    >
      <BarChart name="From free to paid" data={data} />
    </Panel>
  );
}
