import { Alert } from "@mantine/core";
import type { CSSProperties } from "react";
import type { Schemas } from "@/api/client";
import { formatDay, formatTime } from "@/kit/format";
import { LinkButton } from "@/kit/LinkButton";
import { Money } from "@/kit/Money";
import { booking as system } from "..";
import { Barcode } from "./Barcode";
import styles from "./Ticket.module.css";

interface Props {
  readonly booking: Schemas["BookingAnswer"];
  readonly showtime: Schemas["ShowtimeAnswer"] | undefined;
  /** Whether the hold had run out and the seats were still free. */
  readonly isLate: boolean;
}

/** A paid booking as what one shows at the door. */
export function Ticket({ booking, showtime, isLate }: Props) {
  const starts = booking.startsAt == null ? undefined : new Date(booking.startsAt);
  const places = booking.places ?? 0;
  return (
    <>
      {isLate ? (
        <Alert color="blue" mb="md">
          The hold had run out before you paid, but nobody had taken the seats: they are yours.
        </Alert>
      ) : null}
      <article
        className={styles.ticket}
        aria-label="Ticket"
        data-hue
        style={{ "--hue": system.hue } as CSSProperties}
      >
        <div className={styles.main}>
          <p className={styles.kicker}>Admit {booking.seats.length + places}</p>
          <h2>{booking.movieTitle}</h2>
          <dl className={styles.facts}>
            <Fact name="Where" value={booking.theaterName ?? ""} more={showtime?.city} />
            {starts === undefined ? null : <Fact name="Day" value={formatDay(starts)} />}
            {starts === undefined ? null : <Fact name="Begins" value={formatTime(starts)} />}
            {booking.seats.length === 0 ? null : (
              <Fact name={booking.seats.length === 1 ? "Seat" : "Seats"} value={booking.seats.join(", ")} />
            )}
            {booking.area == null ? null : <Fact name={booking.area} value={`${places} places`} />}
          </dl>
        </div>
        <div className={styles.stub}>
          <Barcode text={booking.bookingId.toUpperCase()} />
          <span className={styles.reference}>{booking.bookingId}</span>
          <span className={styles.price}>
            <Money cents={booking.amountCents} currency={booking.currency} />
          </span>
        </div>
      </article>
      <div className={styles.links}>
        <LinkButton to="/booking">Back to the showtimes</LinkButton>
        <LinkButton variant="default" to="/booking/showtimes/$id" params={{ id: String(booking.showtimeId) }}>
          More seats for this show
        </LinkButton>
      </div>
    </>
  );
}

interface FactProps {
  readonly name: string;
  readonly value: string;
  readonly more?: string | undefined;
}

function Fact({ name, value, more }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        {more === undefined ? null : <span>{more}</span>}
      </dd>
    </div>
  );
}
