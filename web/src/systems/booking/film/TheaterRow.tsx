import { LinkAnchor } from "@/kit/LinkAnchor";
import styles from "./Film.module.css";
import { ShowtimeChip } from "./ShowtimeChip";
import type { TheaterShows } from "./schedule";

interface Props {
  readonly theater: TheaterShows;
}

/** A theater and its times of the day. */
export function TheaterRow({ theater: { theaterId, name, city, shows } }: Props) {
  return (
    <li className={styles.theater}>
      <div>
        <LinkAnchor to="/booking" search={{ theater: theaterId }} className={styles.theaterName}>
          {name}
        </LinkAnchor>
        <p className={styles.theaterCity}>{city}</p>
      </div>
      <ul className={styles.times}>
        {shows.map((show) => (
          <ShowtimeChip key={show.id} showtime={show} />
        ))}
      </ul>
    </li>
  );
}
