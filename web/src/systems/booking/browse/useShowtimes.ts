import { api, take } from "@/api/client";
import { usePagedRows } from "@/kit/list/usePagedRows";
import { queryOf, type ShowtimeFilters } from "./filters";
import type { Showtime } from "./Showtime";

const pageSize = 100;
/** Seats go while one looks. */
const refetchMs = 30_000;

/** The showtimes the filters let through; read again in the background while somebody looks at them. */
export function useShowtimes(filters: ShowtimeFilters) {
  const query = queryOf(filters);
  return usePagedRows<Showtime>({
    queryKey: ["booking", "showtimes", query],
    pageSize,
    refetchInterval: refetchMs,
    read: (page, signal) =>
      take(
        api.GET("/booking/api/showtimes", {
          params: { query: { ...query, page: String(page), limit: String(pageSize) } },
          signal,
        }),
      ),
  });
}
