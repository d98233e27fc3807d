import { BarChart } from "@/kit/charts/BarChart";
import { Panel } from "@/kit/dashboard/Panel";
import { partialOf, partsOf } from "@/kit/dashboard/rollup";
import { useGame, useRollup } from "../useGame";

/** How long games take, by mode; one that is pressed becomes what the dashboard is about. */
export function DurationsPanel() {
  const { period, modes, where, change } = useGame();
  const query = useRollup({
    rollup: "analytics_daily_players",
    period,
    grain: "all",
    by: ["mode"],
    measures: ["mean_duration"],
    where,
  });
  const parts = query.data === undefined ? [] : partsOf(query.data, "mean_duration");
  return (
    <Panel
      title="How long games take"
      note="On average, by game mode"
      height={260}
      state={query}
      partial={partialOf(query.data, period)}
    >
      <BarChart
        name="How long games take"
        height={260}
        onPick={(key) => change({ mode: modes.find(({ number }) => number === key)?.id })}
        data={{
          of: "Game mode",
          unit: "duration",
          series: ["Average duration"],
          items: parts.map(({ key, name, value }) => ({ key, name, values: [value] })),
        }}
      />
    </Panel>
  );
}
