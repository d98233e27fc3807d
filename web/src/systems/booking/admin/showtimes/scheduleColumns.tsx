import { formatDay, formatExact, formatTime, missing } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { Money } from "@/kit/Money";
import { Occupancy } from "./Occupancy";
import type { Showtime } from "./showtime";

/** What the schedule says of each showtime. */
export const scheduleColumns: readonly Column<Showtime>[] = [
  {
    id: "time",
    header: "When",
    width: "136px",
    sort: "time",
    cell: (show) => {
      const at = new Date(show.startsAt);
      return (
        <span className="tabular">
          {formatDay(at)}, {formatTime(at)}
        </span>
      );
    },
  },
  { id: "film", header: "Film", width: "minmax(120px, 2fr)", cell: (show) => show.movieTitle },
  {
    id: "theater",
    header: "Theater",
    width: "minmax(100px, 1.2fr)",
    from: 560,
    cell: (show) => show.theaterName,
  },
  { id: "city", header: "City", width: "112px", from: 900, cell: (show) => show.city },
  { id: "genre", header: "Genre", width: "120px", from: 1180, cell: (show) => show.genre },
  {
    id: "fill",
    header: "Sold",
    width: "128px",
    sort: "popularity",
    from: 480,
    cell: (show) => <Occupancy showtime={show} />,
  },
  {
    id: "held",
    header: "Held",
    width: "48px",
    align: "end",
    from: 760,
    cell: (show) => formatExact(show.held),
  },
  { id: "free", header: "Free", width: "48px", align: "end", cell: (show) => formatExact(show.free) },
  {
    id: "price",
    header: "From",
    width: "72px",
    align: "end",
    sort: "price",
    from: 640,
    cell: (show) => <Money cents={show.priceCents} currency={show.currency} />,
  },
  {
    id: "room",
    header: "Queue",
    width: "56px",
    from: 1040,
    cell: (show) => (show.hasWaitingRoom ? "Yes" : missing),
  },
];
