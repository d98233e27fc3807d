import { useQuery } from "@tanstack/react-query";
import { Countdown } from "@/kit/Countdown";
import { formatDateTime, missing } from "@/kit/format";
import { LinkAnchor } from "@/kit/LinkAnchor";
import { LinkButton } from "@/kit/LinkButton";
import { Money } from "@/kit/Money";
import { StatusBadge } from "@/kit/StatusBadge";
import { useNow } from "@/kit/useNow";
import { Zone } from "@/kit/Zone";
import { showtimeQuery } from "../browse/lists";
import { checkoutPath, seatsPath } from "../browse/paths";
import { Ticket } from "../ticket/Ticket";
import styles from "./Bookings.module.css";
import { CancelBooking } from "./CancelBooking";
import { GiveBackButton } from "./GiveBackButton";
import { type Booking, isHeld, isUpcoming, placesOf, wordsOf } from "./status";

interface Props {
  readonly booking: Booking;
}

/** Everything about a booking, and what can be done with it. */
export function BookingDetails({ booking }: Props) {
  const showtime = useQuery({ ...showtimeQuery(String(booking.showtimeId)), retry: false });
  const now = useNow(1000);
  const { label, meaning, text } = wordsOf(booking);
  const canPay = isHeld(booking, now) && booking.status !== "paying";
  const isToCome = isUpcoming(booking, now);
  return (
    <div className={styles.details}>
      <div>
        <StatusBadge meaning={meaning}>{label}</StatusBadge>
        <p className={styles.meaning}>
          {text}
          {canPay && booking.expiresAt != null ? (
            <>
              {" "}
              <strong>
                <Countdown until={booking.expiresAt} /> left.
              </strong>
            </>
          ) : null}
        </p>
      </div>
      {isToCome ? <Ticket booking={booking} showtime={showtime.data} /> : null}
      <dl className={styles.facts}>
        <div>
          <dt>When</dt>
          <dd>
            {booking.startsAt == null ? (
              missing
            ) : (
              <>
                {formatDateTime(new Date(booking.startsAt))}
                <Zone />
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>Where</dt>
          <dd>
            {booking.theaterName ?? missing}
            {showtime.data === undefined ? "" : `, ${showtime.data.city}`}
          </dd>
        </div>
        <div>
          <dt>What</dt>
          <dd>{placesOf(booking)}</dd>
        </div>
        <div>
          <dt>Price</dt>
          <dd>
            <Money cents={booking.amountCents} currency={booking.currency} />
          </dd>
        </div>
        <div>
          <dt>Booked</dt>
          <dd>{formatDateTime(new Date(booking.createdAt))}</dd>
        </div>
        {booking.changedAt == null ? null : (
          <div>
            <dt>{label}</dt>
            <dd>{formatDateTime(new Date(booking.changedAt))}</dd>
          </div>
        )}
        <div>
          <dt>Number</dt>
          <dd className={styles.code}>{booking.bookingId}</dd>
        </div>
      </dl>
      <div className={styles.links}>
        {showtime.data === undefined ? null : (
          <LinkAnchor to="/booking/films/$id" params={{ id: showtime.data.movieId }}>
            About the film
          </LinkAnchor>
        )}
        {isToCome ? <LinkAnchor to={seatsPath(String(booking.showtimeId))}>See the seats</LinkAnchor> : null}
      </div>
      {canPay ? (
        <div className={styles.heldFoot}>
          <LinkButton to={checkoutPath(booking.bookingId)}>Go on paying</LinkButton>
          <GiveBackButton bookingId={booking.bookingId} />
        </div>
      ) : null}
      <CancelBooking booking={booking} canCancel={isToCome} />
    </div>
  );
}
