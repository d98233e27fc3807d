import { formatExact } from "@/kit/format";
import styles from "./System.module.css";

interface Props {
  readonly value: number;
  readonly of: number;
  /** What they do: "waiting". */
  readonly label: string;
}

/** How full something is that must not get full. */
export function Level({ value, of, label }: Props) {
  const share = of === 0 ? 0 : value / of;
  const meaning = share >= 0.8 ? "bad" : share >= 0.5 ? "warning" : "good";
  const words = `${formatExact(value)} of ${formatExact(of)} ${label}`;
  return (
    <span className={styles.level} title={words}>
      <span
        role="meter"
        aria-label={words}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={of}
        className={styles.track}
        data-meaning={meaning}
      >
        <span style={{ width: `${Math.min(100, 100 * share)}%` }} />
      </span>
      {formatExact(value)}
    </span>
  );
}
