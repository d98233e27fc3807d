import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Heatmap } from "@/kit/charts/Heatmap";
import { Panel } from "@/kit/dashboard/Panel";
import { weekdayNames } from "@/kit/dashboard/weekHours";
import { useInsight } from "../useInsight";
import { slotsQuery } from "./advice";
import styles from "./Outlook.module.css";
import { slotGrid, slotNames } from "./slots";

const named = 3;

/** When a showtime sells best. */
export function SlotsPanel() {
  const { where } = useInsight();
  const query = useQuery(slotsQuery(where));
  const slots = query.data?.items;
  const data = useMemo(
    () => ({
      of: "Day",
      measure: "Times the average showtime",
      unit: "decimal" as const,
      rows: weekdayNames,
      columns: slotNames(slots ?? []),
      values: slotGrid(slots ?? []),
      hasNumbers: true,
    }),
    [slots],
  );
  return (
    <Panel
      title="Best show times"
      note="Seats sold against the average showtime, UTC"
      height={300}
      state={query}
    >
      <Heatmap name="Seats by weekday and time of the day" height={260} data={data} />
      <ul className={styles.notes}>
        {slots?.slice(0, named).map(({ weekday, fromHour, text }) => (
          <li key={`${weekday} ${fromHour}`}>{text}</li>
        ))}
      </ul>
    </Panel>
  );
}
