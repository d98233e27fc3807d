import styles from "./Chart.module.css";
import type { LegendEntry } from "./Picture";

interface Props {
  readonly entries: readonly LegendEntry[];
}

/** Which colour is which, above the drawing. */
export function Legend({ entries }: Props) {
  if (entries.length === 0) return null;
  return (
    <ul className={styles.legend} aria-hidden>
      {entries.map(({ name, color, isDashed }) => (
        <li key={name}>
          <span
            className={styles.swatch}
            data-dashed={isDashed || undefined}
            style={isDashed ? { borderColor: color } : { background: color }}
          />
          {name}
        </li>
      ))}
    </ul>
  );
}
