import type { Showtime } from "../browse/Showtime";

/** The next showtime of each film, the soonest first, of showtimes in order of time. */
export function nextFilms(showtimes: readonly Showtime[], count: number): readonly Showtime[] {
  const seen = new Set<string>();
  const next = showtimes.filter(({ movieId }) => !seen.has(movieId) && seen.add(movieId));
  return next.slice(0, count);
}
