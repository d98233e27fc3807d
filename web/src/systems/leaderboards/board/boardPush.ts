import type { Schemas } from "@/api/client";
import type { TopicMessage } from "@/live/Topics";
import { type BoardChoice, rowOf } from "./boardQueries";
import type { Ranked } from "./Ranked";

/** The first ranks of a board, as the server pushes them. */
export interface BoardPush {
  readonly top: readonly Ranked[];
  readonly size: number;
}

interface Update {
  readonly gameMode: string;
  readonly totalPlayers: number;
  readonly top10: readonly Schemas["BoardRowAnswer"][];
}

/** What a game mode's boards are told on. */
export const boardTopic = (mode: string) => `leaderboard:${mode}`;

/** The push for a board in a message: only the board of all time and of everybody is pushed. */
export function pushOf({ event, data }: TopicMessage, choice: BoardChoice): BoardPush | undefined {
  const isWhole = choice.span === "global" && choice.region === undefined && choice.friends === undefined;
  if (event !== "leaderboard_update" || !isWhole) return undefined;
  const { gameMode, totalPlayers, top10 } = data as Partial<Update>;
  if (gameMode !== choice.mode || top10 === undefined || totalPlayers === undefined) return undefined;
  return { top: top10.map(rowOf), size: totalPlayers };
}
