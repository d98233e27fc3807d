import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Histogram } from "@/kit/charts/Histogram";
import type { HistogramData } from "@/kit/charts/histogram";
import { Panel } from "@/kit/dashboard/Panel";
import { engagementQuery } from "../crowdQueries";
import { useGame } from "../useGame";

const longestMinutes = 8 * 60;

/** How long sessions last. */
export function SessionsPanel() {
  const { period } = useGame();
  const query = useQuery(engagementQuery(period));
  const sessions = query.data?.sessions;
  const data = useMemo(
    (): HistogramData => ({
      of: "Minutes",
      counted: "sessions",
      unit: "count",
      bins: (sessions ?? []).map(({ fromSeconds, toSeconds, count }) => ({
        from: fromSeconds / 60,
        to: toSeconds == null ? longestMinutes : toSeconds / 60,
        count,
      })),
    }),
    [sessions],
  );
  return (
    <Panel
      title="How long sessions last"
      note="In minutes; games with less than half an hour between are one session"
      state={query}
    >
      <Histogram name="How long sessions last" data={data} />
    </Panel>
  );
}
