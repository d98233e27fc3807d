import { formatDateTime } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { Money } from "@/kit/Money";
import { StatusBadge } from "@/kit/StatusBadge";
import { Occupancy } from "../showtimes/Occupancy";
import type { House } from "./occupancyQuery";

/** What counts as too empty, as the server is set up. */
export interface LowLimit {
  /** Below this share sold, */
  readonly below: number;
  /** so many hours before the start. */
  readonly hours: number;
}

function isLow({ startsAt, seats }: House, { below, hours }: LowLimit): boolean {
  return new Date(startsAt).getTime() - Date.now() < hours * 3_600_000 && seats.occupancy < below;
}

export const occupancyColumns = (low: LowLimit | undefined): readonly Column<House>[] => [
  {
    id: "film",
    header: "Film",
    width: "minmax(120px, 2fr)",
    cell: (each) => <span title={each.movieTitle}>{each.movieTitle}</span>,
  },
  {
    id: "starts",
    header: "Starts",
    width: "152px",
    from: 520,
    cell: (each) => formatDateTime(new Date(each.startsAt)),
  },
  {
    id: "theater",
    header: "Theater",
    width: "minmax(100px, 1fr)",
    from: 760,
    cell: (each) => <span title={`${each.theaterName}, ${each.city}`}>{each.theaterName}</span>,
  },
  {
    id: "price",
    header: "From",
    width: "72px",
    align: "end",
    from: 620,
    cell: (each) => <Money cents={each.priceCents} />,
  },
  {
    id: "fill",
    header: "Sold and held",
    width: "minmax(140px, 1fr)",
    cell: ({ seats: { capacity, sold, held, blocked } }) => (
      <Occupancy showtime={{ capacity, sold, held, free: capacity - sold - held - blocked }} />
    ),
  },
  {
    id: "low",
    header: "State",
    width: "88px",
    from: 700,
    cell: (each) =>
      low !== undefined && isLow(each, low) ? <StatusBadge meaning="warning">Too empty</StatusBadge> : null,
  },
];
