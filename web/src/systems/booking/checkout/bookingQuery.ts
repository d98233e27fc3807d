import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas, take } from "@/api/client";

/** One booking of whoever is signed in; asked for again and again while its payment is with the bank. */
export const bookingQuery = (bookingId: string) =>
  queryOptions({
    queryKey: ["booking", "booking", bookingId],
    queryFn: ({ signal }): Promise<Schemas["BookingAnswer"]> =>
      take(
        api.GET("/booking/api/bookings/{booking_id}", {
          params: { path: { booking_id: bookingId } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => (state.data?.status === "paying" ? 2000 : false),
  });
