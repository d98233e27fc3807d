import { formatDay, formatExact, formatMoney } from "@/kit/format";
import styles from "./Sales.module.css";
import { lastDays } from "./sales";
import type { SalesRow } from "./salesQueries";

interface Props {
  readonly rows: readonly SalesRow[];
}

const days = 60;

/** Revenue by day, as bars from zero; each bar says its numbers. */
export function DayChart({ rows }: Props) {
  const shown = lastDays(rows, days);
  const most = Math.max(1, ...shown.map((day) => day.revenueCents));
  const nameOf = (day: string) => formatDay(new Date(`${day}T00:00:00Z`));
  return (
    <section className={styles.panel} aria-labelledby="by-day">
      <h2 id="by-day">Revenue by day (UTC)</h2>
      <ul className={styles.chart}>
        {shown.map(({ day, revenueCents, seats }) => {
          const words = `${nameOf(day)}: ${formatMoney(revenueCents)}, ${formatExact(seats)} places`;
          return (
            <li key={day} title={words}>
              <span
                role="img"
                aria-label={words}
                style={{ height: `${(100 * Math.max(0, revenueCents)) / most}%` }}
              />
            </li>
          );
        })}
      </ul>
      <p className={styles.axis}>
        <span>{nameOf(shown[0]?.day ?? "")}</span>
        <span>Highest {formatMoney(most)}</span>
        <span>{nameOf(shown.at(-1)?.day ?? "")}</span>
      </p>
    </section>
  );
}
