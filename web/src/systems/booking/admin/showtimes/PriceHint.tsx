import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatMoney } from "@/kit/format";
import { priceQuery } from "../insight/outlook/advice";
import { isKept, signed } from "../insight/outlook/lowColumns";
import styles from "./Showtimes.module.css";

interface Props {
  readonly showtimeId: string;
  /** Told by how much every price is to be multiplied. */
  readonly onUse: (ratio: number) => void;
}

/** What a showtime should cost by what was learned of its like, and why; as high while that is not known. */
export function PriceHint({ showtimeId, onUse }: Props) {
  const { data } = useQuery(priceQuery(showtimeId));
  // The form is complete without it.
  if (data === undefined) return <div className={styles.hint} />;
  const { currentPriceCents, suggestedPriceCents, changePercent, currency, reasons } = data;
  const isSame = isKept(data);
  return (
    <div className={styles.hint} role="note" aria-label="Suggested price">
      <p>
        {isSame ? (
          "The price is as it should be."
        ) : (
          <>
            Suggested: <strong>{formatMoney(suggestedPriceCents, currency)}</strong> instead of{" "}
            {formatMoney(currentPriceCents, currency)}, {signed(changePercent)}.
          </>
        )}
        <small>{reasons[1]}</small>
      </p>
      {isSame || currentPriceCents === 0 ? null : (
        <Button
          variant="light"
          size="compact-md"
          className={styles.use}
          onClick={() => onUse(suggestedPriceCents / currentPriceCents)}
        >
          Use it
        </Button>
      )}
    </div>
  );
}
