import { useQuery } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { showtimeQuery } from "../browse/lists";
import { holdOfBooking } from "../seats/Hold";
import styles from "./Checkout.module.css";
import { Ended } from "./Ended";
import { OrderSummary } from "./OrderSummary";
import { Paid } from "./Paid";
import { PaymentForm } from "./PaymentForm";
import { usePayment } from "./usePayment";
import { WithBank } from "./WithBank";

interface Props {
  readonly booking: Schemas["BookingAnswer"];
}

/** A booking in whatever state it is: to be paid, with the bank, paid, or over. */
export function Checkout({ booking }: Props) {
  const { payment, start, reset } = usePayment(booking.bookingId);
  const showtime = useQuery(showtimeQuery(String(booking.showtimeId)));
  const isPaid = booking.status === "confirmed" || payment.phase === "paid";
  const hold = holdOfBooking(booking);

  if (isPaid) {
    return (
      <Page>
        <PageHeader
          title="Enjoy the show"
          description="Paid. This is your ticket; it is among your bookings, too."
        />
        <Paid
          booking={booking}
          showtime={showtime.data}
          isLate={payment.phase === "paid" && payment.answer.isLate}
        />
      </Page>
    );
  }
  if (booking.status === "paying" || payment.phase === "withBank") {
    return (
      <Page>
        <PageHeader title="One moment" />
        <WithBank booking={booking} />
      </Page>
    );
  }
  const mayPay = hold !== undefined || (booking.status === "expired" && payment.phase !== "over");
  if (!mayPay) {
    return (
      <Page>
        <Ended booking={booking} problem={payment.phase === "over" ? payment.problem : undefined} />
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader title="Checkout" description="Pay while the seats are held. Nothing is sold before that." />
      <div className={styles.columns}>
        <PaymentForm booking={booking} payment={payment} onPay={start} onReset={reset} />
        <OrderSummary booking={booking} hold={hold} showtime={showtime.data} payment={payment} />
      </div>
    </Page>
  );
}
