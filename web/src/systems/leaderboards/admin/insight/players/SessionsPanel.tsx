import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Histogram } from "@/kit/charts/Histogram";
import type { HistogramData } from "@/kit/charts/histogram";
import { Panel } from "@/kit/dashboard/Panel";
import { engagementQuery } from "../crowdQueries";
import { useGame } from "../useGame";

const longestMs = 8 * 3_600_000;

/** How long sessions last. */
export function SessionsPanel() {
  const { period } = useGame();
  const query = useQuery(engagementQuery(period));
  const sessions = query.data?.sessions;
  const data = useMemo(
    (): HistogramData => ({
      of: "Length",
      counted: "sessions",
      unit: "duration",
      bins: (sessions ?? []).map(({ fromSeconds, toSeconds, count }) => ({
        from: 1000 * fromSeconds,
        to: toSeconds == null ? longestMs : 1000 * toSeconds,
        count,
      })),
    }),
    [sessions],
  );
  return (
    <Panel
      title="How long sessions last"
      note="Games with less than half an hour between are one session"
      state={query}
    >
      <Histogram name="How long sessions last" data={data} />
    </Panel>
  );
}
