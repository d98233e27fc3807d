import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, type Schemas, take } from "@/api/client";
import { daysOf, type Period } from "@/kit/dashboard/range";
import { insightEveryMs } from "@/kit/dashboard/useRollupOf";
import { orNone } from "../../../orNone";

export type Health = Schemas["BoardHealthAnswer"];
export type HealthDay = Schemas["HealthDayAnswer"];

/** How a mode's board fared in a time. */
export const healthQuery = (mode: string, period: Period) => {
  const { from } = daysOf(period);
  const to = new Date(period.to).toISOString().slice(0, 10);
  const isRunning = period.to > Date.now();
  return queryOptions({
    queryKey: ["leaderboards", "insight", "health", mode, from, to],
    queryFn: ({ signal }) =>
      take(
        api.GET("/leaderboards/api/admin/insight/health/{mode}", {
          params: { path: { mode }, query: { from, to } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    ...(isRunning ? { refetchInterval: insightEveryMs } : { staleTime: 60_000 }),
  });
};

/** Who will end a mode's season at the top. */
export const seasonQuery = (mode: string) =>
  queryOptions({
    queryKey: ["leaderboards", "insight", "season", mode],
    queryFn: ({ signal }) =>
      take(api.GET("/leaderboards/api/admin/insight/season/{mode}", { params: { path: { mode } }, signal })),
    staleTime: 60_000,
  });

/** The first hundred at the end of a day, of today without one; nothing when there was no board by then. */
export const topQuery = (mode: string, day: string | undefined) =>
  queryOptions({
    queryKey: ["leaderboards", "insight", "top", mode, day],
    queryFn: async ({ signal }) =>
      (await orNone(
        take(
          api.GET("/leaderboards/api/admin/insight/top/{mode}", {
            params: { path: { mode }, query: day === undefined ? {} : { day } },
            signal,
          }),
        ),
      )) ?? null,
    placeholderData: keepPreviousData,
  });
