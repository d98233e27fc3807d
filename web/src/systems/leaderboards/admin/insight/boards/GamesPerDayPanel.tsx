import { BarChart } from "@/kit/charts/BarChart";
import { Panel } from "@/kit/dashboard/Panel";
import { nameOf, partialOf } from "@/kit/dashboard/rollup";
import { useGame, useRollup } from "../useGame";

/** How many games players play on a day they play. */
export function GamesPerDayPanel() {
  const { period, where } = useGame();
  const query = useRollup({
    rollup: "analytics_games_per_day",
    period,
    grain: "all",
    by: ["count"],
    measures: ["player_days"],
    where,
    order: "key",
  });
  const rows = (query.data?.rows ?? [])
    .flatMap(({ keys: [key], values: [value] }) => (key === undefined || !value ? [] : [{ key, value }]))
    .sort((a, b) => Number(a.key.id) - Number(b.key.id));
  const all = rows.reduce((sum, { value }) => sum + value, 0);
  return (
    <Panel
      title="Games a day"
      note="Of players and days they played on"
      span={4}
      height={260}
      state={query}
      partial={partialOf(query.data, period)}
    >
      <BarChart
        name="Games a day"
        height={260}
        data={{
          of: "Games",
          unit: "percent",
          series: ["Share of days"],
          items: rows.map(({ key, value }) => ({ name: nameOf(key), values: [value / all] })),
        }}
      />
    </Panel>
  );
}
