import type { Schemas } from "@/api/client";
import { dateOf } from "@/kit/days";

type Showtime = Schemas["ShowtimeAnswer"];

/** What a theater shows on a day, soonest first. */
export interface TheaterShows {
  readonly theaterId: string;
  readonly name: string;
  readonly city: string;
  readonly shows: readonly Showtime[];
}

export interface DayShows {
  /** As 2030-12-31. */
  readonly date: string;
  readonly theaters: readonly TheaterShows[];
}

/** Showtimes by day, then by theater; theaters by city and name, times as they follow each other. */
export function scheduleOf(showtimes: readonly Showtime[]): readonly DayShows[] {
  const days = new Map<string, Map<string, Showtime[]>>();
  for (const show of showtimes) {
    const date = dateOf(show.startsAt);
    const theaters = days.get(date) ?? new Map<string, Showtime[]>();
    days.set(date, theaters);
    const shows = theaters.get(show.theaterId);
    if (shows === undefined) theaters.set(show.theaterId, [show]);
    else shows.push(show);
  }

  return [...days].sort(byText((day) => day[0])).map(([date, theaters]) => ({
    date,
    theaters: [...theaters.values()].map(theaterOf).sort(byText((each) => `${each.city}\n${each.name}`)),
  }));
}

function theaterOf(shows: readonly Showtime[]): TheaterShows {
  const [first] = shows;
  return {
    theaterId: first?.theaterId ?? "",
    name: first?.theaterName ?? "",
    city: first?.city ?? "",
    shows: [...shows].sort(byText((show) => show.startsAt)),
  };
}

function byText<T>(textOf: (each: T) => string) {
  return (a: T, b: T) => textOf(a).localeCompare(textOf(b), "en");
}

/** The next day after one that the film is shown on, else the first there is. */
export function nextDay(upcoming: readonly Pick<Showtime, "startsAt">[], date: string): string | undefined {
  const days = upcoming.map((show) => dateOf(show.startsAt)).sort();
  return days.find((day) => day > date) ?? days.find((day) => day !== date);
}
