import type { Schemas } from "@/api/client";

export type Showtime = Schemas["ShowtimeAnswer"];

/** The film of a showtime, as far as the list knows it. */
export function filmOf({ movieId, movieTitle, genre, posterUrl }: Showtime) {
  return { id: movieId, title: movieTitle, genre, posterUrl };
}
