import { queryOptions } from "@tanstack/react-query";
import { api, take } from "@/api/client";

export type LeaderOrder = "amount" | "acts";

const leaders = "50";
const periods = "12";

/** All customers together, and those who lead. */
export const customersQuery = (order: LeaderOrder) =>
  queryOptions({
    queryKey: ["booking", "insight", "customers", order],
    queryFn: ({ signal }) =>
      take(
        api.GET("/booking/api/admin/insight/activity/customers", {
          params: { query: { order, limit: leaders } },
          signal,
        }),
      ),
    refetchInterval: 30_000,
  });

/** Of those who booked for the first time in the same week, who is still there. */
export const retentionQuery = (from: number) =>
  queryOptions({
    queryKey: ["booking", "insight", "retention", from],
    queryFn: ({ signal }) =>
      take(
        api.GET("/booking/api/admin/insight/activity/customers/retention", {
          params: { query: { from: new Date(from).toISOString().slice(0, 10), periods } },
          signal,
        }),
      ),
    staleTime: 5 * 60_000,
  });
