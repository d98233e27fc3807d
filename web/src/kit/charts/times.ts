import { timeZone } from "../format";

/** How long a bucket of time is. */
export type Grain = "hour" | "day" | "week" | "month";

export const grains: readonly Grain[] = ["hour", "day", "week", "month"];

const dayMs = 86_400_000;
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en", { timeZone, hourCycle: "h23", ...options });
const hourOf = format({ hour: "2-digit", minute: "2-digit" });
const dayOf = format({ month: "short", day: "numeric" });
const monthOf = format({ month: "short" });
const yearOf = format({ year: "numeric" });
const longHour = format({
  weekday: "short",
  month: "short",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});
const longDay = format({ weekday: "short", month: "short", day: "numeric", year: "numeric" });
const longMonth = format({ month: "long", year: "numeric" });
const dayAndYear = format({ month: "short", day: "numeric", year: "numeric" });

/** The bucket that a moment falls into: its begin. Weeks begin on Mondays; all in the app's one zone. */
export function bucketOf(at: number, grain: Grain): number {
  const date = new Date(at);
  switch (grain) {
    case "hour":
      return Math.floor(at / 3_600_000) * 3_600_000;
    case "day":
      return Math.floor(at / dayMs) * dayMs;
    case "week":
      return Math.floor(at / dayMs) * dayMs - ((date.getUTCDay() + 6) % 7) * dayMs;
    case "month":
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  }
}

/** The begin of the bucket after this one. */
export function nextBucket(begin: number, grain: Grain): number {
  if (grain === "month") {
    const date = new Date(begin);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
  }
  return begin + { hour: 3_600_000, day: dayMs, week: 7 * dayMs }[grain];
}

/** Every bucket that begins in the time from one moment (or holds it) to before another. */
export function bucketsOf(from: number, to: number, grain: Grain, most = 2000): number[] {
  const found: number[] = [];
  for (let at = bucketOf(from, grain); at < to && found.length < most; at = nextBucket(at, grain)) {
    found.push(at);
  }
  return found;
}

/** A bucket in full words: Sun, Nov 22, 2026. */
export function bucketName(begin: number, grain: Grain): string {
  switch (grain) {
    case "hour":
      return longHour.format(begin);
    case "day":
      return longDay.format(begin);
    case "week":
      return `${dayOf.format(begin)} to ${dayAndYear.format(begin + 6 * dayMs)}`;
    case "month":
      return longMonth.format(begin);
  }
}

type Test = (date: Date, begin: number) => boolean;
const isMidnight: Test = (date) => date.getUTCHours() === 0;
const isMonday: Test = (date) => date.getUTCDay() === 1;
const isFirst: Test = (date) => date.getUTCDate() === 1;
const isFirstWeek: Test = (date) => date.getUTCDate() <= 7;
const isQuarter: Test = (date) => date.getUTCMonth() % 3 === 0;
const isJanuary: Test = (date) => date.getUTCMonth() === 0;
const every =
  (count: number, ms: number): Test =>
  (_, begin) =>
    Math.floor(begin / ms) % count === 0;
const both =
  (...tests: readonly Test[]): Test =>
  (date, begin) =>
    tests.every((test) => test(date, begin));

/** Which buckets may carry a label, the closest first. */
const steps: Readonly<Record<Grain, readonly Test[]>> = {
  hour: [
    () => true,
    every(3, 3_600_000),
    every(6, 3_600_000),
    every(12, 3_600_000),
    isMidnight,
    both(isMidnight, isMonday),
    both(isMidnight, isFirst),
  ],
  day: [
    () => true,
    every(2, dayMs),
    isMonday,
    both(isMonday, every(2, 7 * dayMs)),
    isFirst,
    both(isFirst, isQuarter),
    both(isFirst, isJanuary),
  ],
  week: [
    () => true,
    every(2, 7 * dayMs),
    isFirstWeek,
    both(isFirstWeek, isQuarter),
    both(isFirstWeek, isJanuary),
  ],
  month: [() => true, isQuarter, isJanuary],
};

/** The labels under a time axis, by bucket: as many as there is room for, at natural places. */
export function tickLabels(
  begins: readonly number[],
  grain: Grain,
  most: number,
): ReadonlyMap<number, string> {
  const test = steps[grain].find((fits) => count(begins, fits) <= most) ?? (() => false);
  const labels = new Map<number, string>();
  begins.forEach((begin, index) => {
    if (test(new Date(begin), begin)) labels.set(index, tickLabel(begin, grain));
  });
  return labels;
}

function count(begins: readonly number[], test: Test): number {
  return begins.reduce((sum, begin) => sum + (test(new Date(begin), begin) ? 1 : 0), 0);
}

function tickLabel(begin: number, grain: Grain): string {
  const date = new Date(begin);
  if (grain === "hour" && !isMidnight(date, begin)) return hourOf.format(begin);
  if (grain !== "month") return dayOf.format(begin);
  return isJanuary(date, begin) ? yearOf.format(begin) : monthOf.format(begin);
}
