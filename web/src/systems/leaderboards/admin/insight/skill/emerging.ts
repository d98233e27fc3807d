import type { Ranked } from "@/kit/charts/Leaderboard";
import { formatDay, formatExact } from "@/kit/format";
import type { SkillCrowd } from "../crowdQueries";

/** Those who rise fast, by how far they rose. */
export function risesOf(emerging: SkillCrowd["emerging"], modeName: (id: string) => string): Ranked[] {
  return emerging.map(({ playerId, username, rating, ratingBefore, since, games, gameMode }) => ({
    key: String(playerId),
    name: username === "" ? `Player ${playerId}` : username,
    value: rating - ratingBefore,
    note: `${modeName(gameMode)}, ${formatExact(games)} games, since ${formatDay(new Date(since))}`,
    second: `${formatExact(ratingBefore)} → ${formatExact(rating)}`,
  }));
}
