import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { BarChart } from "@/kit/charts/BarChart";
import type { BarData } from "@/kit/charts/barPicture";
import { Panel } from "@/kit/dashboard/Panel";
import { skillQuery } from "../crowdQueries";
import { useGame } from "../useGame";
import { spanOf } from "./spans";

/** How high those are rated who played so many games. */
export function ProgressPanel() {
  const { search } = useGame();
  const query = useQuery(skillQuery(search.mode));
  const progress = query.data?.progress;
  const data = useMemo(
    (): BarData => ({
      of: "Games played",
      series: ["A quarter below", "Mean rating", "A quarter above"],
      unit: "count",
      items: (progress ?? []).map(({ fromGames, toGames, lowRating, meanRating, highRating }) => ({
        name: spanOf(fromGames, toGames),
        values: [lowRating, meanRating, highRating],
      })),
    }),
    [progress],
  );
  return (
    <Panel title="Rating by games played" note="All game modes together" state={query}>
      <BarChart name="Rating by games played" data={data} />
    </Panel>
  );
}
