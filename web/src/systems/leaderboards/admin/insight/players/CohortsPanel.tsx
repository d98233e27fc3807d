import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Heatmap } from "@/kit/charts/Heatmap";
import { Panel } from "@/kit/dashboard/Panel";
import { retentionGrid } from "@/kit/dashboard/retention";
import { formatDay } from "@/kit/format";
import { useNow } from "@/kit/useNow";
import { retentionQuery } from "../crowdQueries";

const dayMs = 86_400_000;
const spans = { week: 12 * 7 * dayMs, day: 14 * dayMs } as const;
const ways = [
  { value: "week", label: "Weeks" },
  { value: "day", label: "Days" },
];

/** Of those who first played together, which part plays later. */
export function CohortsPanel() {
  const [by, setBy] = useState<keyof typeof spans>("week");
  const today = Math.floor(useNow(3_600_000) / dayMs) * dayMs;
  const query = useQuery(retentionQuery({ from: today - spans[by], to: today + dayMs }, by));
  const cohorts = query.data?.cohorts;
  const data = useMemo(() => {
    const begun = (cohorts ?? []).filter(({ size }) => size > 0);
    // The running day or week would look like a bad one.
    const over = begun.map(({ size, active }) => ({ size, active: active.slice(0, -1) }));
    const { values, longest } = retentionGrid(over);
    return {
      of: "First played",
      measure: "Played again",
      unit: "percent" as const,
      rows: begun.map(({ start, size }) => `${formatDay(new Date(start))} (${size})`),
      columns: Array.from({ length: longest }, (_, i) => `+${i + 1}`),
      values,
      hasNumbers: true,
    };
  }, [cohorts]);
  return (
    <Panel
      title="Who comes back"
      note={`Of those who first played in one ${by}, the part that plays in the ${by}s after that are over`}
      span={12}
      height={340}
      state={query}
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Cohorts by"
          value={by}
          onChange={(value) => setBy(value as keyof typeof spans)}
          data={ways}
        />
      }
    >
      <Heatmap name="Who comes back" height={340} data={data} />
    </Panel>
  );
}
