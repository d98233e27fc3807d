import styles from "./Gauge.module.css";
import { arcPath, type GaugeBand, meaningOf } from "./gauge";
import { compact, exact, type Unit, type Value } from "./unit";

interface Props {
  readonly name: string;
  readonly value: Value;
  readonly min?: number;
  readonly max: number;
  readonly unit: Unit;
  /** Where the value becomes good or bad: drawn along the arc. */
  readonly bands?: readonly GaugeBand[];
}

const words = { good: "good", warning: "worth a look", bad: "bad" } as const;

/** One value within its range, and what it means. */
export function Gauge({ name, value, min = 0, max, unit, bands = [] }: Props) {
  const share = (each: number) => (each - min) / (max - min);
  const meaning = value == null ? undefined : meaningOf(value, bands);
  const ordered = [...bands].sort((a, b) => a.from - b.from);
  return (
    <div className={styles.gauge} data-meaning={meaning}>
      <svg
        viewBox="0 0 200 112"
        role="meter"
        aria-label={name}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-valuenow={value ?? min}
        aria-valuetext={`${exact(value, unit)}${meaning === undefined ? "" : `, ${words[meaning]}`}`}
      >
        <path d={arcPath(0, 1, 84)} className={styles.track} />
        {value == null ? null : <path d={arcPath(0, share(value), 84)} className={styles.value} />}
        {ordered.map((band, index) => (
          <path
            key={band.from}
            d={arcPath(share(band.from), share(ordered[index + 1]?.from ?? max), 97)}
            className={styles.band}
            data-meaning={band.meaning}
          />
        ))}
      </svg>
      <p className={styles.number} title={exact(value, unit)}>
        {compact(value, unit)}
      </p>
      <p className={styles.word}>{meaning === undefined ? name : `${name}: ${words[meaning]}`}</p>
    </div>
  );
}
