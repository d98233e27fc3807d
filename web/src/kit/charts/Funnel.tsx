import type { ChartProps } from "./Chart";
import { ChartFrame } from "./ChartFrame";
import styles from "./Funnel.module.css";
import { type FunnelStep, funnelSteps } from "./funnel";
import { compact, exact } from "./unit";

interface Props extends Pick<ChartProps, "name" | "height"> {
  readonly steps: readonly FunnelStep[];
}

/** How many come as far as each step, and which part of those of the step before. */
export function Funnel({ name, height = 240, steps }: Props) {
  const told = funnelSteps(steps);
  const table = {
    columns: [
      { label: "Step" },
      { label: "How many", align: "end" as const },
      { label: "Of the step before", align: "end" as const },
      { label: "Of the first", align: "end" as const },
    ],
    rows: told.map((step) => ({
      cells: [
        step.name,
        exact(step.value, "count"),
        exact(step.ofBefore, "percent"),
        exact(step.ofFirst, "percent"),
      ],
    })),
  };
  const isEmpty = (steps[0]?.value ?? 0) === 0;
  return (
    <ChartFrame name={name} table={table} height={height} isEmpty={isEmpty}>
      <ol className={styles.funnel} aria-label={name}>
        {told.map((step) => (
          <li key={step.name}>
            <p className={styles.words}>
              <span>{step.name}</span>
              <strong title={exact(step.value, "count")}>{compact(step.value, "count")}</strong>
              <span className={styles.share}>
                {step.ofBefore === undefined ? "" : `${exact(step.ofBefore, "percent")} go on`}
              </span>
            </p>
            <div className={styles.track} aria-hidden>
              <div className={styles.bar} style={{ width: `${100 * (step.ofFirst ?? 0)}%` }} />
            </div>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}
