import { Progress } from "@mantine/core";
import type { Schemas } from "@/api/client";
import { LinkButton } from "@/kit/LinkButton";
import { seatList } from "./OrderSummary";
import styles from "./WithBank.module.css";

interface Props {
  readonly booking: Schemas["BookingAnswer"];
}

/** The bank has not answered yet: it goes on by itself, and this page says when it is through. */
export function WithBank({ booking }: Props) {
  return (
    <div className={styles.box} role="status">
      <Progress value={100} animated aria-label="The payment is under way" />
      <p>
        Your payment for <strong>{booking.movieTitle}</strong> ({seatList(booking)}) is with the bank. The
        seats stay yours meanwhile.
      </p>
      <p className={styles.dim}>
        You need not wait here: it goes on without this page, and your bookings show how it ended.
      </p>
      <LinkButton variant="default" to="/booking">
        Back to the showtimes
      </LinkButton>
    </div>
  );
}
