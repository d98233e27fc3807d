import { queryOptions } from "@tanstack/react-query";
import { bookingQuery } from "../bookings/queries";

/** One booking of whoever is signed in; asked for again and again while its payment is with the bank. */
export const watchedBooking = (bookingId: string) =>
  queryOptions({
    ...bookingQuery(bookingId),
    refetchInterval: ({ state }) => (state.data?.status === "paying" ? 2000 : false),
  });
