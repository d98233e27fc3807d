import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { BarChart } from "@/kit/charts/BarChart";
import type { BarData } from "@/kit/charts/barPicture";
import { Panel } from "@/kit/dashboard/Panel";
import { skillQuery } from "../crowdQueries";
import { useGame } from "../useGame";

/** The tiers' part of the players beside their part of the games. */
export function TiersPanel() {
  const { search } = useGame();
  const query = useQuery(skillQuery(search.mode));
  const tiers = query.data?.tiers;
  const data = useMemo(
    (): BarData => ({
      of: "Tier",
      series: ["Of the players", "Of the games"],
      unit: "percent",
      items: (tiers ?? []).map(({ tier, share, gamesShare }) => ({
        name: tier,
        values: [share, gamesShare],
      })),
    }),
    [tiers],
  );
  return (
    <Panel title="Tiers" note="The lower 60, the next 30, 9 and the best of 100" state={query}>
      <BarChart name="Tiers" data={data} />
    </Panel>
  );
}
