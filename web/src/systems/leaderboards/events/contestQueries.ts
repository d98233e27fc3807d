import { queryOptions } from "@tanstack/react-query";
import { api, done, type Schemas, take } from "@/api/client";
import { tagOf } from "@/api/revision";
import type { GameMode } from "../board/boardQueries";
import type { ContestTerms } from "./contest";

/** An event or a tournament, and what the caller has to do with it. */
export interface Contest extends ContestTerms {
  readonly id: string;
  readonly mode: string;
  readonly hasEnded: boolean;
  readonly participants: number;
  readonly hasJoined: boolean;
  /** How many games the caller had in it. */
  readonly attempts: number;
  /** What a change says it was made from. */
  readonly revision: number;
}

export const contestsKey = ["leaderboards", "contests"] as const;

const contestOf = (answer: Schemas["ContestAnswer"]): Contest => ({
  id: String(answer.id),
  mode: answer.gameMode,
  name: answer.name,
  startsAt: answer.startsAt,
  endsAt: answer.endsAt,
  multiplierPercent: answer.multiplierPercent,
  multipliesBoards: answer.multipliesBoards,
  needsJoining: answer.needsJoining,
  maxPlayers: answer.maxPlayers ?? 0,
  maxAttempts: answer.maxAttempts ?? 0,
  attemptMinutes: answer.attemptMinutes ?? 0,
  region: answer.region ?? null,
  hasEnded: answer.status === "ended",
  participants: answer.players,
  hasJoined: answer.hasJoined,
  attempts: answer.attempts,
  revision: answer.revision,
});

async function readContests(mode: string, signal: AbortSignal): Promise<readonly Contest[]> {
  const { items } = await take(
    api.GET("/leaderboards/api/events/{mode}", { params: { path: { mode } }, signal }),
  );
  return items.map(contestOf);
}

/** The events and tournaments of a game mode. */
export const contestsQuery = (mode: string) =>
  queryOptions({
    queryKey: [...contestsKey, mode],
    queryFn: ({ signal }) => readContests(mode, signal),
    refetchInterval: 30_000,
  });

/** Those of all game modes. */
export const allContestsQuery = (modes: readonly GameMode[]) =>
  queryOptions({
    queryKey: [...contestsKey, "all", modes.map(({ id }) => id)],
    queryFn: async ({ signal }) =>
      (await Promise.all(modes.map(({ id }) => readContests(id, signal)))).flat(),
  });

/** Takes part in a tournament. */
export function joinContest({ mode, id }: Contest, key: string): Promise<void> {
  return done(
    api.POST("/leaderboards/api/events/{mode}/{event_id}/join", {
      params: { path: { mode, event_id: id }, header: { "Idempotency-Key": key } },
    }),
  );
}

/** One, as it is saved now. */
export async function readContest(mode: string, id: string): Promise<Contest> {
  const params = { path: { mode, event_id: id } };
  return contestOf(await take(api.GET("/leaderboards/api/events/{mode}/{event_id}", { params })));
}

const some = (count: number) => (count === 0 ? null : count);

const bodyOf = ({ maxPlayers, maxAttempts, attemptMinutes, region, ...rest }: ContestTerms) => ({
  ...rest,
  maxPlayers: some(maxPlayers),
  maxAttempts: some(maxAttempts),
  attemptMinutes: some(attemptMinutes),
  region: region ?? null,
});

/** Plans a contest. */
export function addContest(mode: string, terms: ContestTerms, key: string) {
  return take(
    api.POST("/leaderboards/api/admin/events/{mode}", {
      params: { path: { mode }, header: { "Idempotency-Key": key } },
      body: bodyOf(terms),
    }),
  );
}

/** Changes a contest that has this revision. */
export function changeContest({ mode, id }: Contest, terms: ContestTerms, revision: number) {
  return take(
    api.PUT("/leaderboards/api/admin/events/{mode}/{event_id}", {
      params: { path: { mode, event_id: id }, header: { "If-Match": tagOf(revision) } },
      body: bodyOf(terms),
    }),
  );
}

/** Calls a contest of this revision off: nobody is rewarded. */
export function callOff({ mode, id }: Contest, revision: number): Promise<void> {
  return done(
    api.DELETE("/leaderboards/api/admin/events/{mode}/{event_id}", {
      params: { path: { mode, event_id: id }, header: { "If-Match": tagOf(revision) } },
    }),
  );
}

/** The name of the season that runs in a game mode, as S4-2026. */
export const seasonQuery = (mode: string) =>
  queryOptions({
    queryKey: ["leaderboards", "season", mode],
    queryFn: async ({ signal }) => {
      const query = { type: "season", limit: "1" };
      const board = await take(
        api.GET("/leaderboards/api/leaderboard/{mode}", { params: { path: { mode }, query }, signal }),
      );
      return board.window ?? null;
    },
  });

/** Ends this season of a game mode now; another that has begun meanwhile goes on. */
export function endSeason(mode: string, season: string | null | undefined, key: string): Promise<unknown> {
  return take(
    api.POST("/leaderboards/api/admin/leaderboard/{mode}/season/reset", {
      params: { path: { mode }, query: season == null ? {} : { season }, header: { "Idempotency-Key": key } },
    }),
  );
}

/** Final standings of a game mode, the latest first. */
export const archivesQuery = (mode: string, type: string) =>
  queryOptions({
    queryKey: ["leaderboards", "archives", mode, type],
    queryFn: ({ signal }) =>
      take(
        api.GET("/leaderboards/api/archive/{mode}", { params: { path: { mode }, query: { type } }, signal }),
      ),
  });
