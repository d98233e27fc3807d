import { api, take } from "@/api/client";
import type { SearchGroup } from "../Search";
import { playerPath } from "./board/playerPath";
import { regionName } from "./board/regions";

const most = "6";

/** Finds players by the beginning of their names. */
export async function searchLeaderboards(
  words: string,
  signal: AbortSignal,
): Promise<readonly SearchGroup[]> {
  const query = { search: words, limit: most };
  const { items } = await take(api.GET("/leaderboards/api/players", { params: { query }, signal }));
  return [
    {
      title: "Players",
      hits: items.map(({ playerId, username, region }) => ({
        id: `player-${playerId}`,
        label: username,
        ...(region == null ? {} : { detail: regionName(region) }),
        href: playerPath(String(playerId)),
      })),
    },
  ];
}
