import { timeZone } from "./format";
import styles from "./Zone.module.css";

/** Behind a time: the zone it is in, in small print. */
export function Zone() {
  return (
    <small className={styles.zone} title={`Times are given in ${timeZone}`}>
      {timeZone}
    </small>
  );
}
