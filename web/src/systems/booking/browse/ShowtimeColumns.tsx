import { formatDay, formatExact, formatTime } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { Money } from "@/kit/Money";
import { Poster } from "../film/Poster";
import { FillLevel } from "./FillLevel";
import { filmOf, type Showtime } from "./Showtime";
import { ShowtimeCard } from "./ShowtimeCard";
import styles from "./Showtimes.module.css";

/** What the table can show of a showtime. */
export const showtimeColumns: readonly Column<Showtime>[] = [
  {
    id: "film",
    header: "Film",
    width: "minmax(200px, 2.2fr)",
    canHide: false,
    cell: (row) => (
      <span className={styles.film}>
        <span className={styles.thumb}>
          <Poster film={filmOf(row)} isEager isBare />
        </span>
        <span className={styles.lines}>
          <span className={styles.strong}>{row.movieTitle}</span>
          <span className={styles.dim}>{row.genre}</span>
        </span>
      </span>
    ),
  },
  {
    id: "time",
    header: "When",
    width: "124px",
    sort: "time",
    cell: (row) => {
      const at = new Date(row.startsAt);
      return (
        <span className={styles.lines}>
          <span className={styles.strong}>{formatTime(at)}</span>
          <span className={styles.dim}>{formatDay(at)}</span>
        </span>
      );
    },
  },
  {
    id: "ends",
    header: "Ends",
    width: "72px",
    isShown: false,
    cell: (row) => <span className="tabular">{formatTime(new Date(row.endsAt))}</span>,
  },
  {
    id: "theater",
    header: "Theater",
    width: "minmax(140px, 1.2fr)",
    cell: (row) => (
      <span className={styles.lines}>
        <span>{row.theaterName}</span>
        <span className={styles.dim}>{row.city}</span>
      </span>
    ),
  },
  {
    id: "fill",
    header: "Seats",
    width: "minmax(104px, 160px)",
    cell: (row) => <FillLevel showtime={row} />,
  },
  {
    id: "together",
    header: "Together",
    width: "88px",
    align: "end",
    from: 1000,
    isShown: false,
    cell: (row) => (row.together > 10 ? "10+" : formatExact(row.together)),
  },
  {
    id: "popularity",
    header: "Booked",
    width: "92px",
    align: "end",
    sort: "popularity",
    from: 860,
    cell: (row) => formatExact(row.sold),
  },
  {
    id: "price",
    header: "Price",
    width: "80px",
    align: "end",
    sort: "price",
    cell: (row) => <Money cents={row.priceCents} currency={row.currency} />,
  },
];

/** The same as one card a row, for phones. */
export const showtimeCards: readonly Column<Showtime>[] = [
  { id: "card", header: "Showtime", width: "minmax(0, 1fr)", cell: (row) => <ShowtimeCard showtime={row} /> },
];
