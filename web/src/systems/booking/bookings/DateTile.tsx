import { timeZone } from "@/kit/format";
import styles from "./Bookings.module.css";

interface Props {
  readonly at: string | null | undefined;
}

const weekday = new Intl.DateTimeFormat("en", { weekday: "short", timeZone });
const day = new Intl.DateTimeFormat("en", { day: "numeric", timeZone });
const month = new Intl.DateTimeFormat("en", { month: "short", timeZone });
const monthAndYear = new Intl.DateTimeFormat("en", { month: "short", year: "2-digit", timeZone });

/** A day like a leaf of a calendar. */
export function DateTile({ at }: Props) {
  if (at == null) return <span className={styles.tile} aria-hidden />;
  const date = new Date(at);
  const isThisYear = date.getUTCFullYear() === new Date().getUTCFullYear();
  return (
    <time dateTime={at} className={styles.tile}>
      <span className={styles.tileSmall}>{weekday.format(date)} </span>
      <span className={styles.tileDay}>{day.format(date)} </span>
      <span className={styles.tileSmall}>{(isThisYear ? month : monthAndYear).format(date)}</span>
    </time>
  );
}
