import type { ScatterData } from "@/kit/charts/scatterPicture";
import { formatDateTime } from "@/kit/format";
import type { GameMode } from "../../board/boardQueries";
import type { FlaggedCase } from "./caseQueries";

/**
 * The held games of a player by how long they took and what they brought, beside the player's usual game and the most
 * a game can bring.
 */
export function heldGames(flagged: FlaggedCase, mode: GameMode): ScatterData {
  const { held, gamesPlayed, averageScore, username } = flagged;
  return {
    of: "Games",
    x: { name: "Took", unit: "duration" },
    y: { name: "Score", unit: "count" },
    points: [
      ...held.map(({ score, durationSeconds, submittedAt }) => ({
        name: formatDateTime(new Date(submittedAt)),
        x: durationSeconds * 1000,
        y: score,
        group: "Held",
      })),
      ...(gamesPlayed === 0
        ? []
        : [
            {
              name: `${username} on average`,
              x: mode.averageSeconds * 1000,
              y: averageScore,
              group: "The player's usual score",
            },
          ]),
      {
        name: `The most a game of ${mode.name} brings`,
        x: mode.averageSeconds * 1000,
        y: mode.maxScore,
        group: "The most a game can bring",
      },
    ],
  };
}
