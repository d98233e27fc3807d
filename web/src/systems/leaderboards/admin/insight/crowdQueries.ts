import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, type Schemas, take } from "@/api/client";
import type { Period } from "@/kit/dashboard/range";

export type Engagement = Schemas["EngagementAnswer"];
export type SkillCrowd = Schemas["SkillCrowdAnswer"];
export type ChurnCrowd = Schemas["ChurnCrowdAnswer"];
export type Economy = Schemas["EconomyAnswer"];
export type PlayerForecast = Schemas["CrowdForecastAnswer"];

/** Which players of a time are meant. */
export const choices = {
  active: "All",
  new: "New",
  returning: "Returning",
  lost: "Not seen again",
} as const;

export type Choice = keyof typeof choices;

const dayMs = 86_400_000;
const listed = "100";

/** The whole days a time touches. */
export function daysIn({ from, to }: Period) {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return { from: day(from), to: day(Math.ceil(to / dayMs) * dayMs) };
}

/** When a day of an answer begins. */
export const beginOf = (day: string) => new Date(`${day}T00:00:00Z`).getTime();

/** Players by day. */
export const engagementQuery = (period: Period | undefined) =>
  queryOptions({
    queryKey: ["leaderboards", "insight", "players", period && daysIn(period)],
    enabled: period !== undefined,
    queryFn: ({ signal }) =>
      take(
        api.GET("/leaderboards/api/admin/insight/players", {
          params: { query: period === undefined ? {} : daysIn(period) },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });

/** Of those who began together, who played later. */
export const retentionQuery = (period: Period, by: "day" | "week") =>
  queryOptions({
    queryKey: ["leaderboards", "insight", "retention", by, daysIn(period)],
    queryFn: ({ signal }) =>
      take(
        api.GET("/leaderboards/api/admin/insight/players/retention", {
          params: { query: { ...daysIn(period), period: by } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** Who the players of a time are. */
export const playersQuery = (period: Period, choice: Choice) =>
  queryOptions({
    queryKey: ["leaderboards", "insight", "who", choice, daysIn(period)],
    queryFn: ({ signal }) =>
      take(
        api.GET("/leaderboards/api/admin/insight/players/list", {
          params: { query: { ...daysIn(period), choice, limit: listed } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** How many will play. */
export const playerForecastQuery = (days: number) =>
  queryOptions({
    queryKey: ["leaderboards", "insight", "forecast", days],
    queryFn: ({ signal }) =>
      take(
        api.GET("/leaderboards/api/admin/insight/players/forecast", {
          params: { query: { days: String(days) } },
          signal,
        }),
      ),
    staleTime: 5 * 60_000,
  });

/** How skilled players are, and what experience in a mode brings. */
export const skillQuery = (mode: string | undefined) =>
  queryOptions({
    queryKey: ["leaderboards", "insight", "skill", mode],
    queryFn: ({ signal }) =>
      take(
        api.GET("/leaderboards/api/admin/insight/skill", {
          params: { query: mode === undefined ? {} : { mode } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** Who is likely to leave. */
export const churnQuery = queryOptions({
  queryKey: ["leaderboards", "insight", "churn"],
  queryFn: ({ signal }) =>
    take(api.GET("/leaderboards/api/admin/insight/churn", { params: { query: { limit: listed } }, signal })),
  staleTime: 60_000,
});

/** What players pay. */
export const economyQuery = (period: Period | undefined) =>
  queryOptions({
    queryKey: ["leaderboards", "insight", "economy", period && daysIn(period)],
    enabled: period !== undefined,
    queryFn: ({ signal }) =>
      take(
        api.GET("/leaderboards/api/admin/insight/economy", {
          params: { query: period === undefined ? {} : daysIn(period) },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
