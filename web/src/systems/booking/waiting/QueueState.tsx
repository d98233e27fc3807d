import { Progress, Skeleton } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import type { Schemas } from "@/api/client";
import { ConfirmButton } from "@/kit/ConfirmButton";
import { formatDateTime, formatExact, timeZone } from "@/kit/format";
import { LinkButton } from "@/kit/LinkButton";
import { StatusBadge } from "@/kit/StatusBadge";
import styles from "./Waiting.module.css";
import { waitWords } from "./waitWords";

interface Props {
  readonly id: string;
  /** When sale begins, if that is yet to come. */
  readonly saleAt: Date | undefined;
  readonly visitor: Schemas["WaitingRoomAnswer"] | undefined;
  /** The place one began at. */
  readonly first: number;
  /** Whether the last sign of life was not answered. */
  readonly isLate: boolean;
  readonly onLeave: () => Promise<void>;
}

/** Where one stands in the queue. */
export function QueueState({ id, saleAt, visitor, first, isLate, onLeave }: Props) {
  if (visitor === undefined || visitor.admitted) return <Skeleton height={280} maw={560} />;
  const done = first <= 1 ? 0 : ((first - visitor.position) / first) * 100;
  return (
    <section className={styles.box} aria-label="Your place">
      <div className={styles.head}>
        <IconUsers size={24} stroke={1.5} aria-hidden />
        {isLate ? (
          <StatusBadge meaning="warning">Connection lost, trying again</StatusBadge>
        ) : (
          <StatusBadge meaning="good">Your place is kept</StatusBadge>
        )}
      </div>
      <div role="status" aria-live="polite">
        <p className={styles.number}>{formatExact(visitor.position)}</p>
        <p className={styles.dim}>
          {visitor.position === 1 ? "You are next." : `${formatExact(visitor.position - 1)} before you.`}{" "}
          {saleAt === undefined
            ? waitWords(visitor.estimatedWaitSeconds)
            : `Sale begins on ${formatDateTime(saleAt)} ${timeZone}; then it goes in the order of arrival.`}
        </p>
      </div>
      <Progress value={done} aria-label="How far the queue has moved" />
      {visitor.soldOut ? (
        <>
          <p>Everything is sold just now. Seats that come back go to the waiting list first.</p>
          <LinkButton to="/booking/showtimes/$id/waiting-list" params={{ id }}>
            Join the waiting list
          </LinkButton>
        </>
      ) : (
        <p className={styles.dim}>
          Keep this page open: it lets you in by itself, in the order of arrival. Reloading does not cost your
          place.
        </p>
      )}
      <ConfirmButton
        label="Leave the queue"
        question="Leave the queue?"
        consequence="Your place goes to the next. Whoever comes back begins at the end."
        confirm="Leave"
        onConfirm={onLeave}
      />
    </section>
  );
}
