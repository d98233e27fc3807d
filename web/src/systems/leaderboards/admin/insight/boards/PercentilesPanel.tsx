import { useMemo } from "react";
import { LineChart } from "@/kit/charts/LineChart";
import type { TimesData } from "@/kit/charts/TimesData";
import { Panel } from "@/kit/dashboard/Panel";
import { courseOf, partialOf } from "@/kit/dashboard/rollup";
import { bucketsIn } from "@/kit/dashboard/useTimeShown";
import { useGame, useRollup } from "../useGame";

const shares = [99, 95, 90, 75, 50];

/** Percentiles of single games' scores over time. */
export function PercentilesPanel() {
  const game = useGame();
  const { period, where, grain } = game;
  const query = useRollup({
    rollup: "analytics_score_percentiles",
    period,
    grain: grain === "hour" ? "day" : grain,
    where,
  });
  const data = useMemo((): TimesData | undefined => {
    const table = query.data;
    if (table === undefined) return undefined;
    const { grain, begins } = bucketsIn(table, game);
    return {
      begins,
      grain,
      unit: "decimal",
      isOpen: game.isOpen,
      series: shares.map((share) => ({
        name: `P${share}`,
        values: courseOf(table, `score_p${share}`, begins),
      })),
    };
  }, [query.data, game]);
  return (
    <Panel
      title="Score progression"
      note="Percentiles of single games' scores"
      height={260}
      state={query}
      partial={partialOf(query.data, period)}
    >
      {data === undefined ? null : (
        <LineChart name="Score progression" cursor="leaderboards" height={260} data={data} />
      )}
    </Panel>
  );
}
