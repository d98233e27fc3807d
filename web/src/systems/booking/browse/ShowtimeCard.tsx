import { formatDay, formatTime } from "@/kit/format";
import { Money } from "@/kit/Money";
import { Poster } from "../film/Poster";
import { FillLevel } from "./FillLevel";
import { filmOf, type Showtime } from "./Showtime";
import styles from "./Showtimes.module.css";

interface Props {
  readonly showtime: Showtime;
}

/** A showtime on a phone. */
export function ShowtimeCard({ showtime }: Props) {
  const at = new Date(showtime.startsAt);
  return (
    <span className={styles.card}>
      <span className={styles.cardPoster}>
        <Poster film={filmOf(showtime)} isEager isBare />
      </span>
      <span className={styles.cardLines}>
        <span className={styles.strong}>{showtime.movieTitle}</span>
        <span className={styles.cardWhen}>
          {formatDay(at)}, <strong>{formatTime(at)}</strong>
        </span>
        <span className={styles.dim}>
          {showtime.theaterName}, {showtime.city}
        </span>
        <span className={styles.cardFoot}>
          <FillLevel showtime={showtime} />
          <span className={styles.cardPrice}>
            <Money cents={showtime.priceCents} currency={showtime.currency} />
          </span>
        </span>
      </span>
    </span>
  );
}
