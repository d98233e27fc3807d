import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Heatmap } from "@/kit/charts/Heatmap";
import { Panel } from "@/kit/dashboard/Panel";
import { retentionGrid } from "@/kit/dashboard/retention";
import { formatDay } from "@/kit/format";
import { useNow } from "@/kit/useNow";
import { retentionQuery } from "./customerQueries";

const weeks = 12;
const dayMs = 86_400_000;

/** Of those who booked for the first time in the same week, which part books in the weeks after. */
export function RetentionPanel() {
  const today = Math.floor(useNow(3_600_000) / dayMs) * dayMs;
  const query = useQuery(retentionQuery(today - 7 * weeks * dayMs));
  const cohorts = query.data?.cohorts;
  const data = useMemo(() => {
    const { values, longest } = retentionGrid(cohorts ?? []);
    return {
      of: "First booked",
      measure: "Booked again",
      unit: "percent" as const,
      rows: (cohorts ?? []).map(({ start, size }) => `${formatDay(new Date(start))} (${size})`),
      columns: Array.from({ length: longest }, (_, i) => `+${i + 1}`),
      values,
      hasNumbers: true,
    };
  }, [cohorts]);
  return (
    <Panel
      title="Who comes back"
      note="Of those who first booked in a week, the part that books in the weeks after"
      height={320}
      state={query}
    >
      <Heatmap name="Who comes back" height={320} data={data} />
    </Panel>
  );
}
