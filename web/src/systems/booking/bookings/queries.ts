import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
} from "@tanstack/react-query";
import { api, type Schemas, take } from "@/api/client";
import type { Booking } from "./status";

type BookingPage = Schemas["BookingListAnswer"];

interface BookingFilter {
  readonly status?: string | undefined;
  /** Only of shows still to come, or only of others. */
  readonly time?: "upcoming" | "past";
}

const pageSize = "50";
/** Everything kept of the bookings of whoever is signed in. */
export const mine = ["booking", "mine"] as const;

/** The caller's bookings, the newest first, page after page. */
export const bookingsQuery = (filter: BookingFilter = {}) =>
  infiniteQueryOptions({
    queryKey: [...mine, "list", filter],
    queryFn: ({ pageParam, signal }) => readPage(pageSize, filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** The newest bookings: what is held is always among them, for a hold lasts minutes. */
export const newestQuery = queryOptions({
  queryKey: [...mine, "newest"],
  queryFn: ({ signal }) => readPage("20", {}, undefined, signal),
  refetchInterval: 10_000,
});

/** One booking; what a list knew of it is shown until it is read. */
export const bookingQuery = (id: string) =>
  queryOptions({
    queryKey: [...mine, "one", id],
    queryFn: ({ signal }) =>
      take(api.GET("/booking/api/bookings/{booking_id}", { params: { path: { booking_id: id } }, signal })),
  });

/** A booking as some list has it. */
export function listedBooking(queries: QueryClient, id: string): Booking | undefined {
  const newest = queries.getQueryData(newestQuery.queryKey)?.items ?? [];
  const lists = queries.getQueriesData<InfiniteData<BookingPage>>({ queryKey: [...mine, "list"] });
  const listed = lists.flatMap(([, data]) => data?.pages.flatMap((page) => page.items) ?? []);
  return [...newest, ...listed].find((each) => each.bookingId === id);
}

function readPage(
  limit: string,
  { status, time }: BookingFilter,
  cursor: string | undefined,
  signal: AbortSignal,
): Promise<BookingPage> {
  const query = {
    limit,
    ...(status === undefined ? {} : { status }),
    ...(time === undefined ? {} : { time }),
    ...(cursor === undefined ? {} : { cursor }),
  };
  return take(api.GET("/booking/api/bookings/my-bookings", { params: { query }, signal }));
}
