import styles from "./Bookings.module.css";

interface Props {
  readonly at: string | null | undefined;
}

const weekday = new Intl.DateTimeFormat("en", { weekday: "short" });
const day = new Intl.DateTimeFormat("en", { day: "numeric" });
const month = new Intl.DateTimeFormat("en", { month: "short" });
const monthAndYear = new Intl.DateTimeFormat("en", { month: "short", year: "2-digit" });

/** A day like a leaf of a calendar. */
export function DateTile({ at }: Props) {
  if (at == null) return <span className={styles.tile} aria-hidden />;
  const date = new Date(at);
  const isThisYear = date.getFullYear() === new Date().getFullYear();
  return (
    <time dateTime={at} className={styles.tile}>
      <span className={styles.tileSmall}>{weekday.format(date)} </span>
      <span className={styles.tileDay}>{day.format(date)} </span>
      <span className={styles.tileSmall}>{(isThisYear ? month : monthAndYear).format(date)}</span>
    </time>
  );
}
