import { UnstyledButton } from "@mantine/core";
import { formatTime, missing } from "@/kit/format";
import { Money } from "@/kit/Money";
import { StatusBadge } from "@/kit/StatusBadge";
import styles from "./Bookings.module.css";
import { DateTile } from "./DateTile";
import { type Booking, placesOf, wordsOf } from "./status";

interface Props {
  readonly booking: Booking;
  readonly onOpen: (bookingId: string) => void;
}

/** A booking in a line or two; opens its details. */
export function BookingRow({ booking, onOpen }: Props) {
  const { label, meaning } = wordsOf(booking);
  return (
    <li className={styles.item}>
      <UnstyledButton className={styles.row} onClick={() => onOpen(booking.bookingId)}>
        <DateTile at={booking.startsAt} />
        <span className={styles.lines}>
          <span className={styles.film}>{booking.movieTitle ?? "A film no longer listed"}</span>
          <span className={styles.dim}>
            {booking.startsAt == null ? missing : formatTime(new Date(booking.startsAt))} ·{" "}
            {booking.theaterName ?? missing}
          </span>
          <span className={styles.dim}>{placesOf(booking)}</span>
        </span>
        <span className={styles.end}>
          <StatusBadge meaning={meaning}>{label}</StatusBadge>
          <span className={styles.amount}>
            <Money cents={booking.amountCents} currency={booking.currency} />
          </span>
        </span>
      </UnstyledButton>
    </li>
  );
}
