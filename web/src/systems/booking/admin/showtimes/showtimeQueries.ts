import { queryOptions } from "@tanstack/react-query";
import { api, take } from "@/api/client";

/** Filters of the schedule, as the URL holds them. */
export interface ScheduleFilters {
  readonly search?: string | undefined;
  readonly date?: string | undefined;
  readonly theater?: string | undefined;
  readonly city?: string | undefined;
  readonly genre?: string | undefined;
  readonly available?: true | undefined;
  readonly sort?: "time" | "price" | "popularity" | undefined;
  readonly order?: "asc" | "desc" | undefined;
}

export const schedulePageSize = 100;

/** One page of the schedule. */
export function readSchedule(filters: ScheduleFilters, page: number, signal: AbortSignal) {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  const query = Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
  return take(
    api.GET("/booking/api/showtimes", {
      params: { query: { ...query, page: String(page), limit: String(schedulePageSize) } },
      signal,
    }),
  );
}

/** A showtime. */
export const showtimeQuery = (id: string) =>
  queryOptions({
    queryKey: ["booking", "admin", "showtime", id],
    queryFn: ({ signal }) =>
      take(
        api.GET("/booking/api/showtimes/{showtime_id}", { params: { path: { showtime_id: id } }, signal }),
      ),
  });

/** Theaters to choose several of. */
export const theaterChoicesQuery = queryOptions({
  queryKey: ["booking", "admin", "theater-choices"],
  queryFn: async ({ signal }) => {
    const { items } = await take(
      api.GET("/booking/api/theaters", { params: { query: { limit: "500" } }, signal }),
    );
    return items.map((theater) => ({ value: theater.id, label: `${theater.name}, ${theater.city}` }));
  },
  staleTime: 60_000,
});
