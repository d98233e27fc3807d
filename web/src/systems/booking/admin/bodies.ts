import type { paths } from "@/api/schema";

type PostBody<Path extends "/booking/api/movies" | "/booking/api/theaters" | "/booking/api/showtimes"> =
  paths[Path]["post"]["requestBody"]["content"]["application/json"];

/** What the server takes for a film. */
export type MovieBody = PostBody<"/booking/api/movies">;

/** What the server takes for a theater. */
export type TheaterBody = PostBody<"/booking/api/theaters">;

/** What the server takes for a showtime. */
export type ShowtimeBody = PostBody<"/booking/api/showtimes">;
