import { formatCompact, formatExact, formatMoney, formatPercent } from "@/kit/format";
import styles from "./Sales.module.css";
import { cancelledShare, conversionOf } from "./sales";
import type { SalesRow } from "./salesQueries";

interface Props {
  readonly total: SalesRow;
}

/** All of it in big numbers. */
export function SalesFigures({ total }: Props) {
  const figures = [
    {
      label: "Revenue",
      value: formatMoney(total.revenueCents),
      note: `${formatMoney(total.grossCents)} paid`,
    },
    { label: "Given back", value: formatMoney(total.refundedCents), note: "to customers" },
    { label: "Places sold", value: formatCompact(total.seats), note: formatExact(total.seats) },
    { label: "Bookings", value: formatCompact(total.bookings), note: formatExact(total.bookings) },
    {
      label: "Holds that were paid",
      value: formatPercent(conversionOf(total)),
      note: `of ${formatExact(total.reservations)}, ${formatExact(total.lapses)} lapsed`,
    },
    {
      label: "Cancelled",
      value: formatPercent(cancelledShare(total)),
      note: `${formatExact(total.cancellations)} of ${formatExact(total.bookings)} bookings`,
    },
  ];
  return (
    <dl className={styles.figures}>
      {figures.map(({ label, value, note }) => (
        <div key={label} className={styles.figure}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          <dd className={styles.note}>{note}</dd>
        </div>
      ))}
    </dl>
  );
}
