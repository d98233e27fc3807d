import { Skeleton } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { ErrorState } from "@/kit/ErrorState";
import { SidePanel } from "@/kit/list/SidePanel";
import { BookingDetails } from "./BookingDetails";
import styles from "./Bookings.module.css";
import { bookingQuery, listedBooking } from "./queries";

interface Props {
  /** The booking, or nothing when the panel is closed. */
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** One booking beside the list. */
export function BookingPanel({ id, onClose }: Props) {
  const queries = useQueryClient();
  // While it slides out it still shows what it showed.
  const last = useRef(id);
  if (id !== undefined) last.current = id;
  const shown = last.current ?? "";
  const booking = useQuery({
    ...bookingQuery(shown),
    enabled: id !== undefined,
    placeholderData: () => listedBooking(queries, shown),
    refetchInterval: 15_000,
  });
  const title = booking.data?.movieTitle ?? "Booking";
  return (
    <SidePanel
      isOpen={id !== undefined}
      title={<span className={styles.panelTitle}>{title}</span>}
      onClose={onClose}
    >
      {booking.data !== undefined ? (
        <BookingDetails key={booking.data.bookingId} booking={booking.data} />
      ) : booking.error !== null ? (
        <ErrorState problem={booking.error} onRetry={() => void booking.refetch()} />
      ) : (
        <Skeleton height={480} />
      )}
    </SidePanel>
  );
}
