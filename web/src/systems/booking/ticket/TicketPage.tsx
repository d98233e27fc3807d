import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { ErrorState } from "@/kit/ErrorState";
import { LinkAnchor } from "@/kit/LinkAnchor";
import { Page } from "@/kit/Page";
import { StatusBadge } from "@/kit/StatusBadge";
import { bookingQuery } from "../bookings/queries";
import { wordsOf } from "../bookings/status";
import { showtimeQuery } from "../browse/lists";
import { Ticket } from "./Ticket";
import styles from "./Ticket.module.css";

const route = getRouteApi("/booking/bookings/$id/ticket");

/** A ticket with the page for itself, to be scanned at the door. */
export function TicketPage() {
  const { id } = route.useParams();
  const booking = useQuery(bookingQuery(id));
  const showtimeId = booking.data === undefined ? "" : String(booking.data.showtimeId);
  const showtime = useQuery({ ...showtimeQuery(showtimeId), enabled: showtimeId !== "", retry: false });
  return (
    <Page title="Ticket">
      <div className={styles.page}>
        <h1 tabIndex={-1} className={styles.heading}>
          Ticket
        </h1>
        {booking.data === undefined ? (
          booking.error === null ? (
            <Skeleton height={560} />
          ) : (
            <ErrorState problem={booking.error} onRetry={() => void booking.refetch()} />
          )
        ) : booking.data.status === "confirmed" ? (
          <Ticket booking={booking.data} showtime={showtime.data} isLarge />
        ) : (
          <div className={styles.invalid}>
            <StatusBadge meaning={wordsOf(booking.data).meaning}>{wordsOf(booking.data).label}</StatusBadge>
            <p>{wordsOf(booking.data).text} There is no ticket for it.</p>
          </div>
        )}
        <p className={styles.back}>
          <LinkAnchor to="/booking/bookings" search={{ open: id }}>
            All about this booking
          </LinkAnchor>
        </p>
      </div>
    </Page>
  );
}
