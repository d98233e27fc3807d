import { Heatmap } from "@/kit/charts/Heatmap";
import { Panel } from "@/kit/dashboard/Panel";
import { partialOf } from "@/kit/dashboard/rollup";
import { hourGrid, hourNames, weekdayNames } from "@/kit/dashboard/weekHours";
import { useGame, useRollup } from "../useGame";

/** When people play: hours by weekdays. */
export function HoursPanel() {
  const { period, where } = useGame();
  const query = useRollup({
    rollup: "analytics_mode_hours",
    period,
    grain: "all",
    by: ["weekday", "hour"],
    measures: ["scores_submitted"],
    where,
    limit: 200,
  });
  return (
    <Panel
      title="Peak hours"
      note="Games by weekday and hour, UTC"
      span={8}
      state={query}
      height={260}
      partial={partialOf(query.data, period)}
    >
      <Heatmap
        name="Games by weekday and hour"
        height={260}
        data={{
          of: "Day",
          measure: "Games",
          unit: "count",
          rows: weekdayNames,
          columns: hourNames,
          values: query.data === undefined ? [] : hourGrid(query.data, "scores_submitted"),
        }}
      />
    </Panel>
  );
}
