import { queryOptions } from "@tanstack/react-query";
import { api, take } from "@/api/client";
import { mine } from "../bookings/queries";
import { type Hold, holdOfBooking } from "./Hold";

/** Its seats as they are; the live stream goes on from there. */
export const seatsQuery = (id: string) =>
  queryOptions({
    queryKey: ["booking", "seats", id],
    queryFn: ({ signal }) =>
      take(api.GET("/booking/api/seats/{showtime_id}", { params: { path: { showtime_id: id } }, signal })),
    // The stream keeps the picture up; what was read once is only where it begins.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** What is held for whoever is signed in at a showtime: at most one thing matters, the newest. */
export const holdQuery = (id: string, userId: string | undefined) =>
  queryOptions({
    queryKey: [...mine, "hold", id],
    enabled: userId !== undefined,
    queryFn: async ({ signal }): Promise<Hold | null> => {
      const { items } = await take(
        api.GET("/booking/api/bookings/my-bookings", { params: { query: { limit: "50" } }, signal }),
      );
      const own = items.filter((each) => String(each.showtimeId) === id);
      for (const booking of own) {
        const hold = holdOfBooking(booking);
        if (hold !== undefined) return hold;
      }
      return null;
    },
  });

/** Where whoever is signed in stands in a showtime's waiting room; null when not in it. */
export const waitingRoomQuery = (id: string, isAsked: boolean) =>
  queryOptions({
    queryKey: ["booking", "waiting-room", id],
    enabled: isAsked,
    queryFn: async ({ signal }) => {
      const { data, response } = await api.GET("/booking/api/waiting-room/{showtime_id}", {
        params: { path: { showtime_id: id } },
        signal,
      });
      return response.ok && data !== undefined ? data : null;
    },
  });
