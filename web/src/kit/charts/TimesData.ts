import type { Target } from "./axes";
import type { Grain } from "./times";
import type { Unit, Value } from "./unit";

/** Values over buckets of time: what line, area and column charts are made of. */
export interface TimesData {
  /** When each bucket begins. */
  readonly begins: readonly number[];
  readonly grain: Grain;
  readonly series: readonly TimesSeries[];
  readonly unit: Unit;
  readonly currency?: string;
  readonly targets?: readonly Target[];
  /** What stood out, marked and explained. */
  readonly marks?: readonly TimesMark[];
  /** Whether the last bucket is still running: what it shows is not all. */
  readonly isOpen?: boolean;
}

export interface TimesSeries {
  readonly name: string;
  /** One a bucket; absent where nothing is known, and the line has a gap there. */
  readonly values: readonly Value[];
  /** Whether it is the time compared with: drawn behind, dashed. */
  readonly isPrevious?: boolean;
}

export interface TimesMark {
  readonly index: number;
  readonly series: number;
  readonly text: string;
}

export function highestOf(series: readonly TimesSeries[], isStacked = false): number {
  const length = Math.max(0, ...series.map((each) => each.values.length));
  let highest = 0;
  for (let i = 0; i < length; i++) {
    const at = series.map((each) => each.values[i] ?? 0);
    highest = Math.max(highest, isStacked ? at.reduce((a, b) => a + b, 0) : Math.max(...at));
  }
  return highest;
}
