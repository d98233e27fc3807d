import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, take } from "@/api/client";

interface Filters {
  readonly search: string | undefined;
  readonly city: string | undefined;
}

/** The theaters the filters let through, by name. */
export const theatersQuery = ({ search, city }: Filters) =>
  infiniteQueryOptions({
    queryKey: ["booking", "admin", "theaters", { search, city }],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET("/booking/api/theaters", {
          params: {
            query: {
              limit: "100",
              ...(search === undefined ? {} : { search }),
              ...(city === undefined ? {} : { city }),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** A theater with its plan. */
export const theaterQuery = (id: string) =>
  queryOptions({
    queryKey: ["booking", "admin", "theater", id],
    queryFn: ({ signal }) =>
      take(api.GET("/booking/api/theaters/{theater_id}", { params: { path: { theater_id: id } }, signal })),
  });

/** How many showtimes a theater has to come: with any, its plan stays as it is. */
export const upcomingQuery = (id: string) =>
  queryOptions({
    queryKey: ["booking", "admin", "theater", id, "upcoming"],
    queryFn: async ({ signal }) =>
      (
        await take(
          api.GET("/booking/api/showtimes", { params: { query: { theater: id, limit: "1" } }, signal }),
        )
      ).total,
  });
