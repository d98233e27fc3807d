import { Skeleton } from "@mantine/core";
import { BookingRow } from "./BookingRow";
import styles from "./Bookings.module.css";
import type { Booking } from "./status";

interface Props {
  /** Undefined while they are on the way. */
  readonly bookings: readonly Booking[] | undefined;
  readonly onOpen: (bookingId: string) => void;
}

const places = [0, 1, 2, 3];

/** Bookings below each other. */
export function BookingList({ bookings, onOpen }: Props) {
  return (
    <ul className={styles.list} aria-busy={bookings === undefined}>
      {bookings === undefined
        ? places.map((place) => (
            <li key={place} className={styles.place}>
              <Skeleton height={56} width={56} />
              <div>
                <Skeleton height={14} width="40%" mb={10} />
                <Skeleton height={12} width="60%" />
              </div>
            </li>
          ))
        : bookings.map((each) => <BookingRow key={each.bookingId} booking={each} onOpen={onOpen} />)}
    </ul>
  );
}
