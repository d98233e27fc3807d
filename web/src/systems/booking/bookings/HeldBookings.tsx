import { useNow } from "@/kit/useNow";
import styles from "./Bookings.module.css";
import { HeldBooking } from "./HeldBooking";
import { type Booking, isHeld } from "./status";

interface Props {
  /** The newest ones: what is held is among them. */
  readonly bookings: readonly Booking[];
  readonly onOpen: (bookingId: string) => void;
}

/** What waits to be paid, with the time that is left. Nothing when nothing does. */
export function HeldBookings({ bookings, onOpen }: Props) {
  const now = useNow(1000);
  const held = bookings.filter((each) => isHeld(each, now));
  if (held.length === 0) return null;
  return (
    <section aria-labelledby="held-bookings" className={styles.heldSection}>
      <h2 id="held-bookings" className={styles.heading}>
        Waiting for your payment
      </h2>
      <ul className={styles.heldList}>
        {held.map((each) => (
          <HeldBooking key={each.bookingId} booking={each} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}
