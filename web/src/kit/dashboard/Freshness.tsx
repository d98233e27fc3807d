import { VisuallyHidden } from "@mantine/core";
import { formatDateTime, timeZone } from "../format";
import { useNow } from "../useNow";
import { ageWords } from "./ageWords";
import styles from "./Dashboard.module.css";

interface Props {
  /** When the newest of what is shown came, in milliseconds; 0 when nothing has. */
  readonly at: number;
  /** From this age on something is wrong. */
  readonly staleMs: number;
  /** Whether something is known to be wrong: a request failed, the stream broke. */
  readonly isFailing?: boolean;
}

/** "Updated 3 s ago", amber when nothing has come for too long. */
export function Freshness({ at, staleMs, isFailing = false }: Props) {
  const now = useNow(1000);
  if (at === 0) return <span className={styles.freshness} />;
  const age = Math.max(0, now - at);
  const isStale = isFailing || age > staleMs;
  const date = new Date(at);
  return (
    <span
      className={styles.freshness}
      data-stale={isStale || undefined}
      title={`${formatDateTime(date)} ${timeZone}`}
    >
      <span className={styles.dot} aria-hidden />
      {isStale ? "Stalled, updated" : "Updated"} {ageWords(age)}
      {/* Read out when it changes, not every second. */}
      <VisuallyHidden role="status">{isStale ? "The numbers have stopped coming." : ""}</VisuallyHidden>
    </span>
  );
}
