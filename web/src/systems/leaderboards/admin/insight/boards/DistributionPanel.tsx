import { useMemo } from "react";
import { Histogram } from "@/kit/charts/Histogram";
import { Panel } from "@/kit/dashboard/Panel";
import { partialOf } from "@/kit/dashboard/rollup";
import { useHealth } from "../health/useHealth";
import { useGame, useRollup } from "../useGame";
import { totalBins } from "./buckets";

/** How many players have how much at the end of the time shown. */
export function DistributionPanel() {
  const { period, where, mode, isOpen } = useGame();
  const whole = useMemo(() => ({ from: 0, to: period.to }), [period.to]);
  const query = useRollup({
    rollup: "analytics_score_distribution",
    period: whole,
    grain: "all",
    by: ["bucket"],
    measures: ["player_count"],
    where,
    limit: 300,
  });
  const health = useHealth();
  // Those of the board, as it stands: exact, and known for one mode only.
  const totals = mode === undefined || !isOpen ? undefined : health.data?.totals;
  return (
    <Panel
      title="How players' totals are spread"
      note={`All-time scores at the end of this time${mode === undefined ? ", of every game mode a player is in" : ""}`}
      height={260}
      state={query}
      partial={partialOf(query.data, period)}
    >
      <Histogram
        name="How players' totals are spread"
        height={260}
        data={{
          of: "All-time score",
          counted: "players",
          unit: "count",
          bins: query.data === undefined ? [] : totalBins(query.data),
          quantiles:
            totals == null
              ? []
              : [
                  { name: "P50", value: totals.p50 },
                  { name: "P75", value: totals.p75 },
                  { name: "P90", value: totals.p90 },
                  { name: "P95", value: totals.p95 },
                  { name: "P99", value: totals.p99 },
                ],
        }}
      />
    </Panel>
  );
}
