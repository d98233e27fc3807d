import { useMemo } from "react";
import { bucketsOf, type Grain, grains } from "../charts/times";
import { useNow } from "../useNow";
import { comparedWith, grainOf, type Period, periodOf, type RangeSearch } from "./range";
import type { RollupTable } from "./rollup";

/** The time all panels of a dashboard are about. */
export interface TimeShown {
  readonly period: Period;
  /** The time compared with, if any is. */
  readonly before: Period | undefined;
  /** As much of that as has passed of the time shown. */
  readonly beforeSoFar: Period | undefined;
  readonly grain: Grain;
  /** When the buckets of that length begin. */
  readonly begins: readonly number[];
  /** The end of what can be known by now. */
  readonly until: number;
  /** Whether the last bucket still runs. */
  readonly isOpen: boolean;
}

const hourMs = 3_600_000;

/** The time a moment makes of what the URL says. */
export function timeShown(search: RangeSearch, hour: number, grainIn = (wanted: Grain) => wanted): TimeShown {
  const period = periodOf(search, hour);
  const grain = grainIn(grainOf(period, search.by));
  const before = comparedWith(period, search.compare);
  const until = Math.min(period.to, hour + hourMs);
  const passed = until - period.from;
  return {
    period,
    before,
    beforeSoFar: before && { from: before.from, to: Math.min(before.to, before.from + passed) },
    grain,
    begins: bucketsOf(period.from, until, grain),
    until,
    isOpen: period.to > hour,
  };
}

/** The same, moving on with the hours. */
export function useTimeShown(search: RangeSearch): TimeShown {
  const hour = useHour();
  return useMemo(() => timeShown(search, hour), [search, hour]);
}

/** When the present hour began. */
export function useHour(): number {
  return Math.floor(useNow(60_000) / hourMs) * hourMs;
}

/** The buckets of an answer: longer than asked for where no shorter ones are kept. */
export function bucketsIn(table: RollupTable | undefined, { period, until, grain, begins }: TimeShown) {
  const found = grains.find((each) => each === table?.grain) ?? grain;
  return found === grain ? { grain, begins } : { grain: found, begins: bucketsOf(period.from, until, found) };
}
