import { Heatmap } from "@/kit/charts/Heatmap";
import { Panel } from "@/kit/dashboard/Panel";
import { partialOf } from "@/kit/dashboard/rollup";
import { hourGrid, hourNames, weekdayNames } from "@/kit/dashboard/weekHours";
import { useInsight, useRollup } from "./useInsight";

/** When people book: hours by weekdays. */
export function HoursPanel() {
  const { period, where } = useInsight();
  const isNarrow = Object.values(where).some((value) => value !== undefined);
  const query = useRollup({
    rollup: "analytics_peak_hours",
    period,
    grain: "all",
    by: ["weekday", "hour"],
    measures: ["bookings"],
    limit: 200,
  });
  return (
    <Panel
      title="Peak hours"
      note={`Bookings by weekday and hour, UTC${isNarrow ? "; of all films and theaters" : ""}`}
      span={8}
      state={query}
      height={260}
      partial={partialOf(query.data, period)}
    >
      <Heatmap
        name="Bookings by weekday and hour"
        height={260}
        data={{
          of: "Day",
          measure: "Bookings",
          unit: "count",
          rows: weekdayNames,
          columns: hourNames,
          values: query.data === undefined ? [] : hourGrid(query.data, "bookings"),
        }}
      />
    </Panel>
  );
}
