import type { Value } from "../charts/unit";

interface Cohort {
  readonly size: number;
  /** How many of them were there in the period they began in, the next one, and so on. */
  readonly active: readonly number[];
}

/** Which part of each cohort is there in the periods after its own; nothing for periods that have not come. */
export function retentionGrid(cohorts: readonly Cohort[]): { values: Value[][]; longest: number } {
  const longest = Math.max(0, ...cohorts.map(({ active }) => active.length - 1));
  const values = cohorts.map(({ size, active }) =>
    Array.from({ length: longest }, (_, i) => {
      const count = active[i + 1];
      return count === undefined || size === 0 ? undefined : count / size;
    }),
  );
  return { values, longest };
}
