import { queryOptions } from "@tanstack/react-query";
import { api, done, type Schemas, take } from "@/api/client";
import type { Choice } from "@/kit/list/SearchSelect";
import { regionName } from "../board/regions";
import { orNone } from "../orNone";

export type PlayerStats = Schemas["PlayerStatsAnswer"];
export type PlayerRank = Schemas["PlayerRankAnswer"];

/** A player's totals; null for who never played. */
export const playerQuery = (id: string) =>
  queryOptions({
    queryKey: ["leaderboards", "player", id],
    queryFn: async ({ signal }) =>
      (await orNone(
        take(api.GET("/leaderboards/api/players/{id}/stats", { params: { path: { id } }, signal })),
      )) ?? null,
  });

/** A player's places on all boards of a game mode; null for who has not played it. */
export const placesQuery = (id: string, mode: string) =>
  queryOptions({
    queryKey: ["leaderboards", "places", mode, id],
    queryFn: async ({ signal }) =>
      (await orNone(
        take(
          api.GET("/leaderboards/api/players/{id}/rank/{mode}", { params: { path: { id, mode } }, signal }),
        ),
      )) ?? null,
  });

/** A player's place at the end of each of the last days. */
export const historyQuery = (id: string, mode: string, days: number) =>
  queryOptions({
    queryKey: ["leaderboards", "history", mode, id, days],
    queryFn: ({ signal }) =>
      take(
        api.GET("/leaderboards/api/players/{id}/history/{mode}", {
          params: { path: { id, mode }, query: { days: String(days) } },
          signal,
        }),
      ),
  });

const choiceOf = ({ playerId, username, region }: Schemas["PlayerAnswer"]): Choice => ({
  value: String(playerId),
  label: username,
  ...(region == null ? {} : { note: regionName(region) }),
});

/** Players whose names begin so. */
export async function findPlayers(search: string, signal: AbortSignal): Promise<readonly Choice[]> {
  const query = { limit: "12", ...(search === "" ? {} : { search }) };
  const { items } = await take(api.GET("/leaderboards/api/players", { params: { query }, signal }));
  return items.map(choiceOf);
}

/** The name of a player whose id is known. */
export async function namePlayer(id: string, signal: AbortSignal): Promise<Choice> {
  const player = await take(
    api.GET("/leaderboards/api/players/{id}/stats", { params: { path: { id } }, signal }),
  );
  return choiceOf({ ...player, memberSince: "" });
}

/** Whom one follows. */
export const friendsQuery = queryOptions({
  queryKey: ["leaderboards", "friends"],
  queryFn: ({ signal }) => take(api.GET("/leaderboards/api/players/me/friends", { signal })),
});

/** Follows a player, or no longer does. */
export function follow(id: string, isFollowed: boolean): Promise<void> {
  const params = { params: { path: { id } } };
  return done(
    isFollowed
      ? api.PUT("/leaderboards/api/players/me/friends/{id}", params)
      : api.DELETE("/leaderboards/api/players/me/friends/{id}", params),
  );
}
