import { Link } from "@tanstack/react-router";
import type { Schemas } from "@/api/client";
import { formatTime } from "@/kit/format";
import { Money } from "@/kit/Money";
import { FillLevel } from "../browse/FillLevel";
import { seatsPath } from "../browse/paths";
import styles from "./Film.module.css";

interface Props {
  readonly showtime: Schemas["ShowtimeAnswer"];
}

/** A time to choose seats for. */
export function ShowtimeChip({ showtime }: Props) {
  return (
    <li>
      <Link to={seatsPath(showtime.id)} className={styles.chip}>
        <span className={styles.chipHead}>
          <span className={styles.time}>{formatTime(new Date(showtime.startsAt))}</span>
          <span className={styles.price}>
            <Money cents={showtime.priceCents} currency={showtime.currency} />
          </span>
        </span>
        <FillLevel showtime={showtime} />
      </Link>
    </li>
  );
}
