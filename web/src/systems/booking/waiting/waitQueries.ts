import { queryOptions } from "@tanstack/react-query";
import { api, done, take } from "@/api/client";

/** Every waiting list that whoever is signed in is on. Places move while one looks, and an offer ends the waiting. */
export const waitsQuery = queryOptions({
  queryKey: ["booking", "waits"],
  queryFn: async ({ signal }) => (await take(api.GET("/booking/api/waiting-list", { signal }))).items,
  refetchInterval: 5000,
});

/** Gives the place up. */
export const leaveList = (showtimeId: string): Promise<void> =>
  done(
    api.DELETE("/booking/api/waiting-list/{showtime_id}", { params: { path: { showtime_id: showtimeId } } }),
  );
