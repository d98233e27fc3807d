import type { Day } from "./DayStrip";
import { timeZone } from "./format";

const dayMs = 86_400_000;
const weekday = new Intl.DateTimeFormat("en", { weekday: "short", timeZone });
const month = new Intl.DateTimeFormat("en", { month: "short", timeZone });

const long = new Intl.DateTimeFormat("en", {
  weekday: "long",
  day: "numeric",
  month: "long",
  timeZone,
});

/** A day in words: Tuesday, November 24. */
export function longDay(date: string): string {
  return long.format(new Date(`${date}T00:00:00Z`));
}

/** The day a moment falls on in that zone, as 2030-12-31. */
export function dateOf(at: number | string): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** So many days from now on; one that was chosen stands among them also when it is further away. */
export function daysFrom(now: number, count: number, chosen?: string): readonly Day[] {
  const today = dateOf(now);
  const dates = Array.from({ length: count }, (_, i) => dateOf(now + i * dayMs));
  if (chosen !== undefined && !dates.includes(chosen)) dates.push(chosen);
  return dates.sort().map((date) => {
    const at = new Date(`${date}T00:00:00Z`);
    return {
      date,
      weekday: date === today ? "Today" : weekday.format(at),
      number: String(at.getUTCDate()),
      month: month.format(at),
    };
  });
}
