import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { ErrorState } from "@/kit/ErrorState";
import { Page } from "@/kit/Page";
import { Checkout } from "./Checkout";
import styles from "./Checkout.module.css";
import { watchedBooking } from "./watchedBooking";

const route = getRouteApi("/booking/checkout/$bookingId");

/** Paying for what is held, and the ticket once it is paid. */
export function CheckoutPage() {
  const { bookingId } = route.useParams();
  const { data, error, refetch } = useQuery(watchedBooking(bookingId));
  if (data !== undefined) return <Checkout key={bookingId} booking={data} />;
  return (
    <Page title="Checkout">
      {error === null ? (
        <div className={styles.columns} aria-busy>
          <Skeleton height={420} />
          <Skeleton height={320} />
        </div>
      ) : (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      )}
    </Page>
  );
}
