import { IconCalendarPlus } from "@tabler/icons-react";
import { EmptyState } from "@/kit/EmptyState";
import { formatDay, formatTime } from "@/kit/format";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { StatusBadge } from "@/kit/StatusBadge";
import type { SeriesShow } from "./series";
import type { Outcome } from "./useSeriesRun";

interface Props {
  readonly shows: readonly SeriesShow[];
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly nameOf: (theaterId: string) => string;
}

/** The showtimes of a series, and what became of each. */
export function SeriesTable({ shows, outcomes, nameOf }: Props) {
  const stateOf = (show: SeriesShow) => {
    const outcome = outcomes.get(show.key);
    if (outcome?.state === "made") return <StatusBadge meaning="good">Made</StatusBadge>;
    if (outcome?.state === "failed") return <StatusBadge meaning="bad">{outcome.reason}</StatusBadge>;
    if (show.fault !== undefined) return <StatusBadge meaning="warning">{show.fault}</StatusBadge>;
    return <StatusBadge meaning="neutral">Planned</StatusBadge>;
  };
  return (
    <VirtualTable
      label="Showtimes of the series"
      rows={rowsOf(shows)}
      rowKey={(show) => show.key}
      rowHeight={32}
      columns={[
        { id: "day", header: "Day", width: "112px", cell: (show) => formatDay(show.startsAt) },
        { id: "time", header: "Time", width: "56px", cell: (show) => formatTime(show.startsAt) },
        {
          id: "theater",
          header: "Theater",
          width: "minmax(100px, 1fr)",
          cell: (show) => nameOf(show.theaterId),
        },
        { id: "state", header: "State", width: "minmax(120px, 1.6fr)", cell: stateOf },
      ]}
      empty={
        <EmptyState
          icon={IconCalendarPlus}
          title="No showtimes yet"
          text="Choose theaters, days and times; what will be made stands here first."
        />
      }
    />
  );
}
