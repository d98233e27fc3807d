import { IconCalendarStar } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { BarChart } from "@/kit/charts/BarChart";
import { Panel } from "@/kit/dashboard/Panel";
import { EmptyState } from "@/kit/EmptyState";
import { useNow } from "@/kit/useNow";
import { phaseOf } from "../../../events/contest";
import { allContestsQuery } from "../../../events/contestQueries";
import { useGame } from "../useGame";

const most = 12;

/** Who takes part in events and tournaments that run, or ran last. */
export function EventsPanel() {
  const { modes, mode } = useGame();
  const now = useNow(60_000);
  const query = useQuery({
    ...allContestsQuery(modes),
    enabled: modes.length > 0,
    refetchInterval: 30_000,
  });
  const nameOf = (id: string) => modes.find((each) => each.id === id)?.name ?? id;
  const shown = (query.data ?? [])
    .filter((each) => (mode === undefined || each.mode === mode.id) && phaseOf(each, now) !== "upcoming")
    .sort((a, b) => b.startsAt.localeCompare(a.startsAt))
    .slice(0, most);
  return (
    <Panel
      title="Event participation"
      note="Players who joined or played, of events that run or ran last"
      height={180}
      state={query}
    >
      {shown.length === 0 ? (
        <EmptyState
          icon={IconCalendarStar}
          title="No event has begun yet"
          text="Plan one under Events and seasons; who takes part shows here."
        />
      ) : (
        <BarChart
          name="Event participation"
          height={220}
          data={{
            of: "Event",
            unit: "count",
            series: ["Players"],
            items: shown.map((each) => ({
              key: `${each.mode}-${each.id}`,
              name: `${each.name}, ${nameOf(each.mode)}`,
              values: [each.participants],
            })),
          }}
        />
      )}
    </Panel>
  );
}
