import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas, take } from "@/api/client";
import { orNone } from "../orNone";
import type { Span } from "./boardSearch";
import type { Ranked } from "./Ranked";
import { regionName } from "./regions";
import type { TopPage } from "./withTop";

/** A game mode as the pages show it. */
export interface GameMode {
  /** Its name in paths. */
  readonly id: string;
  /** Its number in figures. */
  readonly number: string;
  readonly name: string;
  readonly regions: readonly { readonly id: string; readonly name: string }[];
  readonly maxScore: number;
  readonly averageSeconds: number;
}

/** Which board. */
export interface BoardChoice {
  readonly mode: string;
  readonly span: Span;
  readonly region: string | undefined;
  readonly friends: true | undefined;
  /** Of the tab of events: which. */
  readonly event: string | undefined;
}

/** How many ranks are read at once. */
export const pageSize = 100;

/** Which boards there are by region. */
export const hasRegions = (span: Span) => !["last24h", "trending", "events"].includes(span);

export const modesQuery = queryOptions({
  queryKey: ["leaderboards", "modes"],
  queryFn: async ({ signal }) => {
    const { gameModes } = await take(api.GET("/leaderboards/api/game-modes", { signal }));
    return gameModes.map(
      ({ id, name, title, regions, maxScorePerGame, averageGameSeconds }): GameMode => ({
        id: name,
        number: String(id),
        name: title,
        regions: regions.map((id) => ({ id, name: regionName(id) })),
        maxScore: maxScorePerGame,
        averageSeconds: averageGameSeconds,
      }),
    );
  },
  staleTime: 10 * 60_000,
});

/** Names a board among all that was read. */
export const boardKey = (choice: BoardChoice) => ["leaderboards", "board", choice] as const;

/** How a board is named in a question. */
function boardOf({ span, region, event }: BoardChoice) {
  if (span === "events") return event === undefined ? {} : { contest: event };
  return { type: span, ...(region === undefined || !hasRegions(span) ? {} : { region }) };
}

/** Rows of a board from a rank on. */
async function readRows(
  choice: BoardChoice,
  from: number,
  limit: number,
  signal: AbortSignal,
): Promise<Schemas["BoardAnswer"]> {
  const friends = choice.friends === true ? { friends: "true" } : {};
  const query = { ...boardOf(choice), ...friends, cursor: String(from), limit: String(limit) };
  return take(
    api.GET("/leaderboards/api/leaderboard/{mode}", {
      params: { path: { mode: choice.mode }, query },
      signal,
    }),
  );
}

export const rowOf = ({ rank, playerId, username, score }: Schemas["BoardRowAnswer"]): Ranked => ({
  rank,
  playerId: String(playerId),
  name: username === "" ? `Player ${playerId}` : username,
  score,
});

/** One page of a board, counted from 1. Of friends there is only one, with all of them. */
export async function readPage(choice: BoardChoice, page: number, signal: AbortSignal): Promise<TopPage> {
  const answer = await orNone(readRows(choice, (page - 1) * pageSize + 1, pageSize, signal));
  // An event has no board before the first score in it.
  if (answer === undefined) return { items: [], total: 0 };
  const items = answer.rows.map(rowOf);
  return { items, total: choice.friends === true ? items.length : answer.totalPlayers };
}

/** A place on one board. */
export interface Standing {
  readonly rank: number;
  readonly score: number;
  /** How many are on the board. */
  readonly size: number;
}

/** Where a player stands on a board; undefined for nowhere. Of friends only the board of everybody is asked. */
export async function readStanding(
  choice: BoardChoice,
  playerId: string,
  signal?: AbortSignal,
): Promise<Standing | undefined> {
  const query = { ...boardOf(choice), around: playerId, limit: "1" };
  const answer = await orNone(
    take(
      api.GET("/leaderboards/api/leaderboard/{mode}", {
        params: { path: { mode: choice.mode }, query },
        ...(signal === undefined ? {} : { signal }),
      }),
    ),
  );
  const row = answer?.rows.find((each) => String(each.playerId) === playerId);
  return row && answer && { rank: row.rank, score: row.score, size: answer.totalPlayers };
}

/** The same, for who watches it; null for nowhere. */
export const standingQuery = (choice: BoardChoice, playerId: string) =>
  queryOptions({
    queryKey: ["leaderboards", "standing", { ...choice, friends: undefined }, playerId],
    queryFn: async ({ signal }) => (await readStanding(choice, playerId, signal)) ?? null,
  });

/** The score at a rank of a board, to know how far it is. */
export const scoreAtQuery = (choice: BoardChoice, rank: number | undefined) =>
  queryOptions({
    queryKey: ["leaderboards", "scoreAt", { ...choice, friends: undefined }, rank],
    queryFn: async ({ signal }) => {
      const answer = await orNone(readRows({ ...choice, friends: undefined }, rank ?? 1, 1, signal));
      return answer?.rows[0]?.score ?? null;
    },
    enabled: rank !== undefined,
    staleTime: 15_000,
    refetchInterval: 30_000,
  });
