import { IconInfoCircle } from "@tabler/icons-react";
import type { Schemas } from "@/api/client";
import { LinkButton } from "@/kit/LinkButton";
import { Money } from "@/kit/Money";
import { Notice } from "@/kit/Notice";
import { partyWords } from "../seats/seatWords";
import { Ticket } from "../ticket/Ticket";
import styles from "./Paid.module.css";

interface Props {
  readonly booking: Schemas["BookingAnswer"];
  readonly showtime: Schemas["ShowtimeAnswer"] | undefined;
  /** Whether the hold had run out and the seats were still free. */
  readonly isLate: boolean;
}

/** The ticket, right after it was paid for, and where to go from here. */
export function Paid({ booking, showtime, isLate }: Props) {
  return (
    <div className={styles.paid}>
      {isLate ? (
        <Notice meaning="info" icon={IconInfoCircle}>
          The hold had run out before you paid, but nobody had taken the seats: they are yours.
        </Notice>
      ) : null}
      <Ticket booking={booking} showtime={showtime} isLarge />
      <p className={styles.sum}>
        {partyWords(booking.seats.length, booking.places ?? 0)},{" "}
        <Money cents={booking.amountCents} currency={booking.currency} /> paid. A mail with the ticket is on
        its way.
      </p>
      <div className={styles.links}>
        <LinkButton to="/booking/bookings" search={{ open: booking.bookingId }}>
          My bookings
        </LinkButton>
        <LinkButton variant="default" to="/booking/showtimes/$id" params={{ id: String(booking.showtimeId) }}>
          More seats for this show
        </LinkButton>
        <LinkButton variant="default" to="/booking">
          Showtimes
        </LinkButton>
      </div>
    </div>
  );
}
