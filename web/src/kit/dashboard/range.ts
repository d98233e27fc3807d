import { bucketOf, type Grain, grains } from "../charts/times";
import { dateOf } from "../days";
import { timeZone } from "../format";
import { day, enumOf } from "../url";

/** Times somebody asks for often, by their names in the URL. */
export const presets = {
  today: "Today",
  "7d": "Last 7 days",
  "30d": "Last 30 days",
  "90d": "Last 90 days",
  month: "This month",
  "last-month": "Last month",
  "6m": "Last 6 months",
  "12m": "Last 12 months",
  season: "This season",
} as const;

export type Preset = keyof typeof presets;

/** Those that mean something everywhere; seasons are quarters of games. */
export const usualPresets = (Object.keys(presets) as Preset[]).filter((each) => each !== "season");

export const comparisons = { previous: "The time before", year: "A year before" } as const;

export type Comparison = keyof typeof comparisons;

/** What the URL says about the time a dashboard shows; what is absent is the usual. */
export interface RangeSearch {
  readonly range?: Preset | undefined;
  /** Both or none: the first and the last day, and no preset then. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly compare?: Comparison | undefined;
  readonly by?: Grain | undefined;
}

/** A time from one moment to before another. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

export const usualPreset: Preset = "30d";

const dayMs = 86_400_000;
const format = new Intl.DateTimeFormat("en", { month: "short", day: "numeric", year: "numeric", timeZone });

/** Reads the range out of the URL; days in the wrong order, or one alone, are dropped. */
export function readRange(search: Readonly<Record<string, unknown>>): RangeSearch {
  const [from, to] = [day(search.from), day(search.to)];
  const isCustom = from !== undefined && to !== undefined && from <= to;
  const range = enumOf(search.range, Object.keys(presets) as Preset[]);
  return {
    range: isCustom || range === usualPreset ? undefined : range,
    from: isCustom ? from : undefined,
    to: isCustom ? to : undefined,
    compare: enumOf(search.compare, Object.keys(comparisons) as Comparison[]),
    by: enumOf(search.by, grains),
  };
}

/** The time the URL means at this moment: whole days, today with what is still to come of it. */
export function periodOf({ range = usualPreset, from, to }: RangeSearch, now: number): Period {
  if (from !== undefined && to !== undefined) return { from: startOf(from), to: startOf(to) + dayMs };
  const today = bucketOf(now, "day");
  const end = today + dayMs;
  const month = bucketOf(now, "month");
  switch (range) {
    case "today":
      return { from: today, to: end };
    case "7d":
      return { from: end - 7 * dayMs, to: end };
    case "30d":
      return { from: end - 30 * dayMs, to: end };
    case "90d":
      return { from: end - 90 * dayMs, to: end };
    case "month":
      return { from: month, to: end };
    case "last-month":
      return { from: monthsBefore(month, 1), to: month };
    case "6m":
      return { from: monthsBefore(month, 5), to: end };
    case "season":
      return { from: monthsBefore(month, new Date(month).getUTCMonth() % 3), to: end };
    case "12m":
      return { from: monthsBefore(month, 11), to: end };
  }
}

/** The time it is compared with: as long (whole months: as many), and directly before, or at the same place of the year before. */
export function comparedWith({ from, to }: Period, compare: Comparison | undefined): Period | undefined {
  if (compare === undefined) return undefined;
  if (compare === "previous") {
    const months = monthsIn({ from, to });
    return { from: months === 0 ? from - (to - from) : monthsBefore(from, months), to: from };
  }
  return { from: from - 364 * dayMs, to: to - 364 * dayMs };
}

/** The buckets somebody wanted if they make a chart of this time, or those that do. */
export function grainOf({ from, to }: Period, wanted?: Grain): Grain {
  const days = (to - from) / dayMs;
  const fits: Readonly<Record<Grain, boolean>> = {
    hour: days <= 14,
    day: days > 1 && days <= 400,
    week: days >= 14,
    month: days >= 60,
  };
  if (wanted !== undefined && fits[wanted]) return wanted;
  return days <= 2 ? "hour" : days <= 120 ? "day" : days <= 400 ? "week" : "month";
}

/** Which buckets can be chosen for this time. */
export function grainsFor(period: Period): readonly Grain[] {
  return grains.filter((grain) => grainOf(period, grain) === grain);
}

/** "Oct 24, 2026 to Nov 22, 2026". */
export function periodName({ from, to }: Period): string {
  const [first, last] = [format.format(from), format.format(to - dayMs)];
  return first === last ? first : `${first} to ${last}`;
}

/** Its first and last day, as the URL has them. */
export function daysOf({ from, to }: Period): { readonly from: string; readonly to: string } {
  return { from: dateOf(from), to: dateOf(to - dayMs) };
}

function startOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getTime();
}

function monthsBefore(month: number, count: number): number {
  const date = new Date(month);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - count);
}

/** How many whole months a time is; 0 when it is anything else. */
function monthsIn({ from, to }: Period): number {
  if (bucketOf(from, "month") !== from || bucketOf(to, "month") !== to) return 0;
  const [first, end] = [new Date(from), new Date(to)];
  return (end.getUTCFullYear() - first.getUTCFullYear()) * 12 + end.getUTCMonth() - first.getUTCMonth();
}
