import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Histogram } from "@/kit/charts/Histogram";
import type { HistogramData } from "@/kit/charts/histogram";
import { Panel } from "@/kit/dashboard/Panel";
import { formatExact } from "@/kit/format";
import { skillQuery } from "../crowdQueries";
import { useGame } from "../useGame";

/** How ratings are spread, and where tiers begin. */
export function RatingsPanel() {
  const { search } = useGame();
  const query = useQuery(skillQuery(search.mode));
  const answer = query.data;
  const data = useMemo(
    (): HistogramData => ({
      of: "Rating",
      counted: "players",
      unit: "count",
      bins: (answer?.ratings ?? []).map(({ from, to, players }) => ({ from, to, count: players })),
      quantiles: (answer?.tiers ?? [])
        .filter(({ fromRating }) => fromRating > 0)
        .map(({ tier, fromRating }) => ({ name: tier, value: fromRating })),
    }),
    [answer],
  );
  return (
    <Panel
      title="Ratings"
      note={
        answer === undefined ? "\u00a0" : `${formatExact(answer.rated)} players are rated; lines are tiers`
      }
      state={query}
    >
      <Histogram name="Ratings" data={data} />
    </Panel>
  );
}
