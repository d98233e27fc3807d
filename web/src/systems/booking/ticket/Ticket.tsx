import { Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { Schemas } from "@/api/client";
import { formatDay, formatTime } from "@/kit/format";
import { LinkAnchor } from "@/kit/LinkAnchor";
import { Zone } from "@/kit/Zone";
import { type Booking, placesOf } from "../bookings/status";
import styles from "./Ticket.module.css";
import { ticketCode } from "./ticketCode";

interface Props {
  readonly booking: Booking;
  readonly showtime: Schemas["ShowtimeAnswer"] | undefined;
  /** Whether it has the page for itself, at the door. */
  readonly isLarge?: boolean;
}

const QrCode = lazy(() => import("./QrCode").then((module) => ({ default: module.QrCode })));

/** What is shown at the door: a code to scan, and in words what it says. */
export function Ticket({ booking, showtime, isLarge = false }: Props) {
  const at = booking.startsAt == null ? undefined : new Date(booking.startsAt);
  return (
    <section aria-label="Ticket" className={styles.ticket} data-large={isLarge || undefined}>
      <div className={styles.code}>
        <Suspense fallback={<Skeleton className={styles.codePlace} />}>
          <QrCode text={ticketCode(booking.bookingId)} label={`Code of booking ${booking.bookingId}`} />
        </Suspense>
      </div>
      <div className={styles.stub}>
        {isLarge ? <p className={styles.film}>{booking.movieTitle}</p> : null}
        {at === undefined ? null : (
          <p className={styles.time}>
            {formatTime(at)}
            <Zone /> <span className={styles.day}>{formatDay(at)}</span>
          </p>
        )}
        <p>
          {booking.theaterName}
          {showtime === undefined ? "" : `, ${showtime.city}`}
        </p>
        <p className={styles.places}>{placesOf(booking)}</p>
        {isLarge ? <p className={styles.number}>{booking.bookingId}</p> : null}
        {isLarge ? null : (
          <LinkAnchor to="/booking/bookings/$id/ticket" params={{ id: booking.bookingId }} size="sm">
            Show it large
          </LinkAnchor>
        )}
      </div>
    </section>
  );
}
