import type { TopicMessage } from "@/live/Topics";
import type { FeedScore } from "./scores";

interface RecentScore {
  readonly playerId: string;
  readonly username: string;
  readonly score: number;
  readonly gameMode: string;
  readonly at: string;
}

/** What the scores of a game mode are told on. */
export const scoresTopic = (mode: string) => `scores:${mode}`;

/** The scores in a message, in the order they were made. */
export function scoresOf({ event, offset, data }: TopicMessage): readonly FeedScore[] {
  if (event !== "recent_score") return [];
  const { scores = [] } = data as { readonly scores?: readonly RecentScore[] };
  return scores.map(({ playerId, username, score, gameMode, at }, i) => ({
    id: `${gameMode} ${offset} ${i}`,
    at: Date.parse(at),
    playerId,
    name: username === "" ? `Player ${playerId}` : username,
    mode: gameMode,
    score,
  }));
}
