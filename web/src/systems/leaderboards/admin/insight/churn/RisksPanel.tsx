import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Histogram } from "@/kit/charts/Histogram";
import type { HistogramData } from "@/kit/charts/histogram";
import { Panel } from "@/kit/dashboard/Panel";
import { churnQuery } from "../crowdQueries";

/** How likely players are to leave. */
export function RisksPanel() {
  const query = useQuery(churnQuery);
  const risks = query.data?.risks;
  const alarm = query.data?.alarmFrom;
  const data = useMemo(
    (): HistogramData => ({
      of: "Probability",
      counted: "players",
      unit: "percent",
      bins: (risks ?? []).map(({ from, to, players }) => ({ from, to, count: players })),
      quantiles: alarm === undefined ? [] : [{ name: "At risk", value: alarm }],
    }),
    [risks, alarm],
  );
  return (
    <Panel title="How likely players leave" note="Gone in a week, and for two weeks" state={query}>
      <Histogram name="How likely players leave" data={data} />
    </Panel>
  );
}
