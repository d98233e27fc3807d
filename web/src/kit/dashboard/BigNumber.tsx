import { Skeleton, VisuallyHidden } from "@mantine/core";
import { IconArrowDownRight, IconArrowUpRight, IconMinus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Sparkline } from "../charts/Sparkline";
import { compact, exact, type Unit, type Value } from "../charts/unit";
import styles from "./BigNumber.module.css";
import { type Better, tellTrend, trendOf } from "./trend";

interface Props {
  readonly label: string;
  readonly value: Value;
  readonly unit: Unit;
  readonly currency?: string;
  /** The same number of the time compared with. */
  readonly previous?: Value;
  readonly better?: Better;
  /** Its course through the time shown; empty while it is on the way, so that its place is there. */
  readonly course?: readonly Value[] | undefined;
  readonly note?: ReactNode;
  readonly isLoading?: boolean;
}

const arrows = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconMinus };

/** A number to see from afar: with how it changed, and its course. */
export function BigNumber(props: Props) {
  const { label, value, unit, currency, previous, better = "up", course, note, isLoading = false } = props;
  const trend = trendOf(value, previous, unit, better);
  const Arrow = trend === undefined ? undefined : arrows[trend.direction];
  return (
    <div className={styles.number}>
      <dt>{label}</dt>
      <dd className={styles.value} title={exact(value, unit, currency)}>
        {isLoading ? <Skeleton height={28} width={96} /> : compact(value, unit, currency)}
      </dd>
      <dd className={styles.below}>
        {trend === undefined || Arrow === undefined ? null : (
          <span
            className={styles.trend}
            data-meaning={trend.meaning}
            title={tellTrend(trend, previous, unit, currency)}
          >
            <Arrow size={14} aria-hidden />
            <span aria-hidden>{trend.words}</span>
            <VisuallyHidden>{tellTrend(trend, previous, unit, currency)}</VisuallyHidden>
          </span>
        )}
        {note === undefined ? null : <span className={styles.note}>{note}</span>}
      </dd>
      {course === undefined ? null : (
        <dd className={styles.course}>
          <Sparkline values={course} />
        </dd>
      )}
    </div>
  );
}
