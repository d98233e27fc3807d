import type { ScatterData } from "@/kit/charts/scatterPicture";
import { formatDateTime } from "@/kit/format";
import type { Evidence } from "./evidenceQueries";

/** From here on a score or a duration is marked: three deviations from the middle. */
const far = 3;

/** A player's games in their order by what they brought, those far from everybody's apart. */
export function evidenceGames(games: Evidence["games"]): ScatterData {
  return {
    of: "Games",
    x: { name: "Game", unit: "count" },
    y: { name: "Score", unit: "count", isFromZero: true },
    points: games.map(({ at, score, scoreDeviations, durationDeviations }, index) => ({
      name: formatDateTime(new Date(at)),
      x: index + 1,
      y: score,
      group: groupOf(scoreDeviations, durationDeviations),
    })),
  };
}

function groupOf(score: number, duration: number): string {
  if (score > far) return "Score far above everybody's";
  return duration < -far ? "Far shorter than everybody's" : "Like others' games";
}
