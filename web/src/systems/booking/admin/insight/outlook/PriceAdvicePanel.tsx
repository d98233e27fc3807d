import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { BarChart } from "@/kit/charts/BarChart";
import { ErrorState } from "@/kit/ErrorState";
import { formatDateTime, formatExact, formatMoney, formatPercent } from "@/kit/format";
import { LinkButton } from "@/kit/LinkButton";
import { SidePanel } from "@/kit/list/SidePanel";
import { type PriceAdvice, priceQuery } from "./advice";
import { isKept, signed } from "./lowColumns";
import styles from "./Outlook.module.css";

interface Props {
  /** The showtime; undefined while none is open. */
  readonly show: string | undefined;
  /** What the list knows of it already. */
  readonly known: PriceAdvice | undefined;
  readonly onClose: () => void;
}

/** Why a showtime should cost something else, and what each price would bring. */
export function PriceAdvicePanel({ show, known, onClose }: Props) {
  const asked = useQuery(priceQuery(known === undefined ? show : undefined));
  const advice = known ?? asked.data;
  return (
    <SidePanel isOpen={show !== undefined} title={advice?.showtime.movieTitle ?? "Price"} onClose={onClose}>
      {advice !== undefined ? (
        <Advice advice={advice} />
      ) : asked.error !== null ? (
        <ErrorState problem={asked.error} />
      ) : (
        <Skeleton height={320} aria-label="The suggested price is being worked out" />
      )}
    </SidePanel>
  );
}

function Advice({ advice }: { readonly advice: PriceAdvice }) {
  const { showtime, currency } = advice;
  return (
    <div className={styles.advice}>
      <p>
        {showtime.theaterName}, {formatDateTime(new Date(showtime.startsAt))}
      </p>
      <p className={styles.price}>
        {isKept(advice) ? (
          <>
            <strong>{formatMoney(advice.currentPriceCents, currency)}</strong> <small>as it is</small>
          </>
        ) : (
          <>
            {formatMoney(advice.currentPriceCents, currency)} →{" "}
            <strong>{formatMoney(advice.suggestedPriceCents, currency)}</strong>{" "}
            <small>{signed(advice.changePercent)}</small>
          </>
        )}
      </p>
      <p>
        {formatExact(showtime.sold)} of {formatExact(showtime.capacity)} are sold. At the present price{" "}
        {formatPercent(showtime.expectedOccupancy)} of the house would be sold in the end
        {isKept(advice)
          ? "."
          : `; the suggested one would change what still comes in by ${signed(advice.gainPercent)}.`}
      </p>
      <ul>
        {advice.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <h3>What each price would bring</h3>
      <BarChart
        name="Revenue by price"
        height={220}
        data={{
          of: "Price",
          series: ["Still to come in"],
          unit: "money",
          currency,
          items: advice.candidates.map(({ priceCents, revenueCents }) => ({
            name: formatMoney(priceCents, currency) + standing(priceCents, advice),
            values: [revenueCents],
          })),
        }}
      />
      <LinkButton to="/booking/admin/schedule" search={{ open: showtime.showtimeId }} mt="md">
        Change the price
      </LinkButton>
    </div>
  );
}

function standing(priceCents: number, { currentPriceCents, suggestedPriceCents }: PriceAdvice): string {
  if (priceCents === currentPriceCents) return " now";
  return priceCents === suggestedPriceCents ? " suggested" : "";
}
