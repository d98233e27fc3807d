import { Input, NumberInput } from "@mantine/core";
import styles from "./Showtimes.module.css";

interface Props {
  readonly zones: readonly string[];
  readonly prices: readonly (number | string)[];
  readonly error?: string | undefined;
  readonly onChange: (prices: readonly (number | string)[]) => void;
}

/** A price for each zone of a theater. */
export function PriceFields({ zones, prices, error, onChange }: Props) {
  return (
    <Input.Wrapper label="Prices" error={error} labelElement="div">
      <div className={styles.prices}>
        {zones.length === 0 ? <span className={styles.dim}>Choose a theater first.</span> : null}
        {zones.map((zone, i) => (
          <NumberInput
            key={zone}
            label={zone}
            prefix="€"
            min={0}
            max={1000}
            step={0.5}
            decimalScale={2}
            fixedDecimalScale
            clampBehavior="none"
            error={error !== undefined}
            value={prices[i] ?? ""}
            onChange={(price) => onChange(zones.map((_, z) => (z === i ? price : (prices[z] ?? ""))))}
          />
        ))}
      </div>
    </Input.Wrapper>
  );
}
