import { IconHourglass } from "@tabler/icons-react";
import { api, done } from "@/api/client";
import { ConfirmButton } from "@/kit/ConfirmButton";
import { formatExact } from "@/kit/format";
import { StatusBadge } from "@/kit/StatusBadge";
import styles from "./Waiting.module.css";

interface Props {
  readonly id: string;
  readonly position: number;
  readonly onLeft: () => void;
}

/** One's place in the list. */
export function WaitingPlace({ id, position, onLeft }: Props) {
  const leave = async () => {
    await done(
      api.DELETE("/booking/api/waiting-list/{showtime_id}", { params: { path: { showtime_id: id } } }),
    );
    onLeft();
  };
  return (
    <section className={styles.box} aria-label="Your place">
      <div className={styles.head}>
        <IconHourglass size={24} stroke={1.5} aria-hidden />
        <StatusBadge meaning="info">Waiting</StatusBadge>
      </div>
      <div role="status">
        <p className={styles.number}>{formatExact(position)}</p>
        <p className={styles.dim}>
          {position === 1 ? "You are first in line." : `${formatExact(position - 1)} wait longer than you.`}{" "}
          Seats that come back are held for you for ten minutes, and a mail tells you so.
        </p>
      </div>
      <ConfirmButton
        label="Leave the list"
        question="Stop waiting?"
        consequence="Your place goes to the next. You can join again, at the end."
        confirm="Stop waiting"
        onConfirm={leave}
      />
    </section>
  );
}
