import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { ConfirmButton } from "@/kit/ConfirmButton";
import { formatMoney } from "@/kit/format";
import styles from "./Bookings.module.css";
import type { Booking } from "./status";
import { useBookingChanges } from "./useBookingChanges";

interface Props {
  readonly booking: Booking;
  readonly canCancel: boolean;
}

/** Gives paid seats back, asks before, and says afterwards what goes back. */
export function CancelBooking({ booking, canCancel }: Props) {
  const { cancel } = useBookingChanges(booking.bookingId);
  const [refund, setRefund] = useState<string>();
  if (refund !== undefined) {
    return (
      <p className={styles.outcome} role="status">
        <IconCheck size={20} aria-hidden />
        <span>
          <strong>Cancelled.</strong> {refund} go back to your card, the seats to others.
        </span>
      </p>
    );
  }

  if (!canCancel) return null;
  const amount = formatMoney(booking.amountCents, booking.currency);
  return (
    <div>
      <ConfirmButton
        label="Cancel the booking"
        variant="default"
        question="Cancel this booking?"
        consequence={`The seats go to others at once; that cannot be undone. ${amount} go back to your card.`}
        confirm="Cancel the booking"
        onConfirm={async () => {
          const answer = await cancel();
          setRefund(formatMoney(answer.refundCents, answer.currency));
        }}
      />
    </div>
  );
}
