import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas, take } from "@/api/client";
import { orNone } from "../orNone";

export type Skill = Schemas["SkillAnswer"];
export type Insights = Schemas["InsightListAnswer"];
export type Projections = Schemas["ProjectionListAnswer"];
export type Milestone = Schemas["MilestoneAnswer"];
export type Opponent = Schemas["OpponentAnswer"];

/** A player's skill; null for who has no rated game. */
export const skillQuery = (id: string) =>
  queryOptions({
    queryKey: ["leaderboards", "skill", id],
    queryFn: async ({ signal }) =>
      (await orNone(
        take(api.GET("/leaderboards/api/players/{id}/skill-rating", { params: { path: { id } }, signal })),
      )) ?? null,
  });

/** Fair opponents in a game mode; null for who has no rated game. */
export const opponentsQuery = (id: string, mode: string) =>
  queryOptions({
    queryKey: ["leaderboards", "opponents", mode, id],
    queryFn: async ({ signal }) =>
      (await orNone(
        take(
          api.GET("/leaderboards/api/matchmaking/find-opponents", {
            params: { query: { player_id: id, game_mode: mode } },
            signal,
          }),
        ),
      )) ?? null,
  });

/** What a player's scores depend on, by the browser's clock; only for the player and administrators. */
export const insightsQuery = (id: string) =>
  queryOptions({
    queryKey: ["leaderboards", "insights", id],
    queryFn: ({ signal }) =>
      take(
        api.GET("/leaderboards/api/players/{id}/insights", {
          params: {
            path: { id },
            query: { utc_offset_minutes: String(-new Date().getTimezoneOffset()) },
          },
          signal,
        }),
      ),
  });

/** Where a player is going in a game mode; null for who has not played it. */
export const projectionsQuery = (id: string, mode: string) =>
  queryOptions({
    queryKey: ["leaderboards", "projections", mode, id],
    queryFn: async ({ signal }) =>
      (await orNone(
        take(
          api.GET("/leaderboards/api/players/{id}/projections", {
            params: { path: { id }, query: { game_mode: mode } },
            signal,
          }),
        ),
      )) ?? null,
  });
