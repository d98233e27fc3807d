import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas, take } from "@/api/client";
import type { Choice } from "@/kit/list/SearchSelect";

const choices = "50";

/** The genres and cities there are. They hardly change. */
export const genresQuery = queryOptions({
  queryKey: ["booking", "genres"],
  queryFn: async ({ signal }) =>
    (await take(api.GET("/booking/api/movies", { params: { query: { limit: "1" } }, signal }))).genres,
  staleTime: 10 * 60_000,
});

export const citiesQuery = queryOptions({
  queryKey: ["booking", "cities"],
  queryFn: async ({ signal }) =>
    (await take(api.GET("/booking/api/theaters", { params: { query: { limit: "1" } }, signal }))).cities,
  staleTime: 10 * 60_000,
});

/** A film with its next showtimes. */
export const filmQuery = (id: string) =>
  queryOptions({
    queryKey: ["booking", "film", id],
    queryFn: ({ signal }) =>
      take(api.GET("/booking/api/movies/{movie_id}", { params: { path: { movie_id: id } }, signal })),
  });

/** A showtime. */
export const showtimeQuery = (id: string) =>
  queryOptions({
    queryKey: ["booking", "showtime", id],
    queryFn: ({ signal }) =>
      take(
        api.GET("/booking/api/showtimes/{showtime_id}", { params: { path: { showtime_id: id } }, signal }),
      ),
  });

const filmChoice = (film: Schemas["MovieAnswer"]): Choice => ({
  value: film.id,
  label: film.title,
  note: film.genre,
});

const theaterChoice = (theater: Schemas["TheaterAnswer"]): Choice => ({
  value: theater.id,
  label: theater.name,
  note: theater.city,
});

/** Films by words of their titles. */
export async function findFilms(search: string, signal: AbortSignal): Promise<readonly Choice[]> {
  const query = { limit: choices, ...(search === "" ? {} : { search }) };
  return (await take(api.GET("/booking/api/movies", { params: { query }, signal }))).items.map(filmChoice);
}

export async function nameFilm(id: string, signal: AbortSignal): Promise<Choice> {
  const params = { path: { movie_id: id } };
  return filmChoice((await take(api.GET("/booking/api/movies/{movie_id}", { params, signal }))).movie);
}

/** Theaters by words of their names, in a city if one is chosen. */
export async function findTheaters(
  search: string,
  city: string | undefined,
  signal: AbortSignal,
): Promise<readonly Choice[]> {
  const query = {
    limit: choices,
    ...(search === "" ? {} : { search }),
    ...(city === undefined ? {} : { city }),
  };
  return (await take(api.GET("/booking/api/theaters", { params: { query }, signal }))).items.map(
    theaterChoice,
  );
}

export async function nameTheater(id: string, signal: AbortSignal): Promise<Choice> {
  const params = { path: { theater_id: id } };
  return theaterChoice(await take(api.GET("/booking/api/theaters/{theater_id}", { params, signal })));
}
