import { formatDateTime, formatExact, formatPercent } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { StatusBadge } from "@/kit/StatusBadge";
import type { ShowDemand } from "./advice";

const demands = {
  low: ["warning", "Low"],
  medium: ["info", "Medium"],
  high: ["good", "High"],
} as const;

export function DemandBadge({ demand }: { readonly demand: string }) {
  const [meaning, word] = demands[demand as keyof typeof demands] ?? ["neutral", demand];
  return <StatusBadge meaning={meaning}>{word}</StatusBadge>;
}

/** What all tables of showtimes to come begin with. */
export const showColumns: readonly Column<ShowDemand>[] = [
  {
    id: "film",
    header: "Film",
    width: "minmax(140px, 2fr)",
    cell: (each) => <span title={each.movieTitle}>{each.movieTitle}</span>,
  },
  {
    id: "starts",
    header: "Starts",
    width: "152px",
    from: 560,
    cell: (each) => formatDateTime(new Date(each.startsAt)),
  },
  {
    id: "theater",
    header: "Theater",
    width: "minmax(100px, 1fr)",
    from: 680,
    cell: (each) => <span title={each.theaterName}>{each.theaterName}</span>,
  },
];

/** Showtimes to come with what is expected of them. */
export const demandColumns: readonly Column<ShowDemand>[] = [
  ...showColumns,
  { id: "demand", header: "Demand", width: "88px", cell: (each) => <DemandBadge demand={each.demand} /> },
  {
    id: "sold",
    header: "Sold",
    width: "64px",
    align: "end",
    from: 620,
    cell: (each) => formatExact(each.sold),
  },
  {
    id: "expected",
    header: "In the end",
    width: "80px",
    align: "end",
    cell: (each) => (
      <span title={`${formatExact(Math.round(each.lowSeats))} to ${formatExact(Math.round(each.highSeats))}`}>
        {formatExact(Math.round(each.expectedSeats))}
      </span>
    ),
  },
  {
    id: "occupancy",
    header: "Of the house",
    width: "88px",
    align: "end",
    cell: (each) => formatPercent(each.expectedOccupancy),
  },
];
