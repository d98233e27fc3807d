import { dateOf } from "@/kit/days";
import { fromInput } from "@/kit/form/inputTime";

/** Showtimes of one film on several days, at several times, in several theaters. */
export interface Series {
  readonly theaterIds: readonly string[];
  /** The first and the last day, as 2030-12-31. */
  readonly from: string;
  readonly to: string;
  /** Days of the week, 0 for Sunday. */
  readonly weekdays: readonly number[];
  /** Times of the day, as 20:15. */
  readonly times: readonly string[];
}

/** One showtime of a series. */
export interface SeriesShow {
  readonly key: string;
  readonly theaterId: string;
  readonly startsAt: Date;
  /** Why the server will refuse it, as far as can be told beforehand. */
  readonly fault: string | undefined;
}

/** A series is made one request after the other; more than this is better imported. */
export const maxSeries = 1000;

/** How long a theater is cleaned between two films. */
const cleaningMs = 15 * 60_000;

/** The showtimes of a series in order of time; those in the past or too close after another are marked. */
export function showsOf(series: Series, durationMinutes: number, now: Date): SeriesShow[] {
  const starts = daysOf(series).flatMap((day) =>
    series.times.map((time) => fromInput(`${day}T${time}`)).filter((at) => at !== undefined),
  );
  starts.sort((a, b) => a.getTime() - b.getTime());
  const freeFrom = new Map<string, number>();
  const shows: SeriesShow[] = [];
  for (const startsAt of starts) {
    for (const theaterId of series.theaterIds) {
      if (shows.length >= maxSeries) return shows;
      const start = startsAt.getTime();
      const isPast = start < now.getTime();
      const isTaken = start < (freeFrom.get(theaterId) ?? 0);
      if (!isPast && !isTaken) freeFrom.set(theaterId, start + durationMinutes * 60_000 + cleaningMs);
      shows.push({
        key: `${theaterId} ${start}`,
        theaterId,
        startsAt,
        fault: isPast ? "Lies in the past." : isTaken ? "Begins before the one before is over." : undefined,
      });
    }
  }

  return shows;
}

/** Times as people write them, in order and once each; undefined when a part is none. */
export function readTimes(text: string): string[] | undefined {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== "");
  const times = parts.map((part) => {
    const match = /^(\d{1,2})[:.h](\d{2})$/.exec(part);
    const [hour, minute] = [Number(match?.[1]), Number(match?.[2])];
    return match !== null && hour < 24 && minute < 60
      ? `${String(hour).padStart(2, "0")}:${match[2]}`
      : undefined;
  });
  if (times.length === 0 || times.includes(undefined)) return undefined;
  return [...new Set(times as string[])].sort();
}

function daysOf({ from, to, weekdays }: Series): string[] {
  const days: string[] = [];
  const at = fromInput(`${from}T00:00`);
  const last = fromInput(`${to}T00:00`);
  if (at === undefined || last === undefined) return days;
  while (at <= last && days.length < 400) {
    if (weekdays.includes(at.getUTCDay())) days.push(dateOf(at.getTime()));
    at.setUTCDate(at.getUTCDate() + 1);
  }

  return days;
}
