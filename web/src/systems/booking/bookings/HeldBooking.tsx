import { UnstyledButton } from "@mantine/core";
import { Countdown } from "@/kit/Countdown";
import { formatDay, formatTime } from "@/kit/format";
import { LinkButton } from "@/kit/LinkButton";
import { Money } from "@/kit/Money";
import { StatusBadge } from "@/kit/StatusBadge";
import { checkoutPath } from "../browse/paths";
import styles from "./Bookings.module.css";
import { GiveBackButton } from "./GiveBackButton";
import { type Booking, placesOf, wordsOf } from "./status";
import { useBookingChanges } from "./useBookingChanges";

interface Props {
  readonly booking: Booking;
  readonly onOpen: (bookingId: string) => void;
}

/** Seats held for a few minutes, and the way to pay for them. */
export function HeldBooking({ booking, onOpen }: Props) {
  const { refresh } = useBookingChanges(booking.bookingId);
  const { label, meaning } = wordsOf(booking);
  const at = booking.startsAt == null ? undefined : new Date(booking.startsAt);
  const isPaying = booking.status === "paying";
  return (
    <li className={styles.held}>
      <div className={styles.heldHead}>
        <StatusBadge meaning={meaning}>{label}</StatusBadge>
        {booking.expiresAt == null || isPaying ? null : (
          <span className={styles.left}>
            <Countdown until={booking.expiresAt} onEnd={() => void refresh()} /> left
          </span>
        )}
      </div>
      <UnstyledButton className={styles.heldFilm} onClick={() => onOpen(booking.bookingId)}>
        {booking.movieTitle ?? "A film no longer listed"}
      </UnstyledButton>
      <p className={styles.dim}>
        {at === undefined ? null : `${formatDay(at)}, ${formatTime(at)} · `}
        {booking.theaterName}
      </p>
      <p className={styles.dim}>{placesOf(booking)}</p>
      <div className={styles.heldFoot}>
        <LinkButton to={checkoutPath(booking.bookingId)}>
          {isPaying ? "See how it goes" : "Pay"}{" "}
          <span className={styles.inButton}>
            <Money cents={booking.amountCents} currency={booking.currency} />
          </span>
        </LinkButton>
        {isPaying ? null : <GiveBackButton bookingId={booking.bookingId} />}
      </div>
    </li>
  );
}
