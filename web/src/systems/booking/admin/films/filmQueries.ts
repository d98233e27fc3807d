import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, take } from "@/api/client";

interface Filters {
  readonly search: string | undefined;
  readonly genre: string | undefined;
}

/** The films the filters let through, by title. */
export const filmsQuery = ({ search, genre }: Filters) =>
  infiniteQueryOptions({
    queryKey: ["booking", "admin", "films", { search, genre }],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET("/booking/api/movies", {
          params: {
            query: {
              limit: "100",
              ...(search === undefined ? {} : { search }),
              ...(genre === undefined ? {} : { genre }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** A film with its showtimes. */
export const filmQuery = (id: string) =>
  queryOptions({
    queryKey: ["booking", "admin", "film", id],
    queryFn: ({ signal }) =>
      take(api.GET("/booking/api/movies/{movie_id}", { params: { path: { movie_id: id } }, signal })),
  });
