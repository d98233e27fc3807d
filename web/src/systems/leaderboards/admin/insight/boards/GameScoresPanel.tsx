import { Histogram } from "@/kit/charts/Histogram";
import { Panel } from "@/kit/dashboard/Panel";
import { partialOf, totalOf } from "@/kit/dashboard/rollup";
import { useGame, useRollup } from "../useGame";
import { scoreBins } from "./buckets";

const shares = [50, 75, 90, 95, 99];

/** What single games bring. */
export function GameScoresPanel() {
  const { period, where } = useGame();
  const query = useRollup({
    rollup: "analytics_game_scores",
    period,
    grain: "all",
    by: ["points"],
    measures: ["games"],
    where,
  });
  const quantiles = useRollup({ rollup: "analytics_score_percentiles", period, grain: "all", where });
  return (
    <Panel
      title="What games bring"
      note="Scores of single games"
      height={260}
      state={query}
      partial={partialOf(query.data, period)}
    >
      <Histogram
        name="What games bring"
        height={260}
        data={{
          of: "Score",
          counted: "games",
          unit: "count",
          bins: query.data === undefined ? [] : scoreBins(query.data),
          quantiles: shares.flatMap((share) => {
            const value = totalOf(quantiles.data, `score_p${share}`);
            return value == null ? [] : [{ name: `P${share}`, value }];
          }),
        }}
      />
    </Panel>
  );
}
