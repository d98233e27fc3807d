import { LinkButton } from "@/kit/LinkButton";
import { Money } from "@/kit/Money";
import type { Hold } from "../seats/Hold";
import { HoldClock } from "../seats/HoldClock";
import styles from "./Waiting.module.css";

interface Props {
  readonly offer: Hold;
  readonly onEnd: () => void;
}

/** Seats came back and are held for whoever waited: pay in time, or they go to the next. */
export function OfferCard({ offer, onEnd }: Props) {
  return (
    <section className={styles.box} aria-label="Offered to you">
      <div className={styles.offer} role="status">
        <span className={styles.offerTitle}>Seats came back, and they are yours first</span>
        <HoldClock hold={offer} holdSeconds={600} onEnd={onEnd} />
      </div>
      <div className={styles.row}>
        <strong>
          {[...offer.seats, ...(offer.area === undefined ? [] : [`${offer.places} in ${offer.area}`])].join(
            ", ",
          )}
        </strong>
        <Money cents={offer.amountCents} currency={offer.currency} />
      </div>
      <p className={styles.dim}>When the time is over they are offered to the next on the list.</p>
      <LinkButton to="/booking/checkout/$bookingId" params={{ bookingId: offer.bookingId }} size="md">
        Pay
      </LinkButton>
    </section>
  );
}
