import { IconHourglass } from "@tabler/icons-react";
import type { Schemas } from "@/api/client";
import { formatExact } from "@/kit/format";
import { StatusBadge } from "@/kit/StatusBadge";
import { LeaveList } from "./LeaveList";
import styles from "./Waiting.module.css";
import { placeWords, wishWords } from "./wishWords";

interface Props {
  readonly wait: Schemas["MyWaitAnswer"];
  readonly onLeft: () => void;
}

/** One's place in the list. */
export function WaitingPlace({ wait, onLeft }: Props) {
  return (
    <section className={styles.box} aria-label="Your place">
      <div className={styles.head}>
        <IconHourglass size={24} stroke={1.5} aria-hidden />
        <StatusBadge meaning="info">Waiting</StatusBadge>
      </div>
      <div role="status">
        <p className={styles.number}>{formatExact(wait.position)}</p>
        <p>{placeWords(wait.position)}</p>
      </div>
      <p className={styles.dim}>
        You wait for {wishWords(wait)}. What comes back is held for you for ten minutes, and a mail tells you.
      </p>
      <LeaveList showtimeId={wait.showtimeId} onLeft={onLeft} />
    </section>
  );
}
