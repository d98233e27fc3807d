import type { UseQueryResult } from "@tanstack/react-query";
import { Leaderboard } from "@/kit/charts/Leaderboard";
import { Panel } from "@/kit/dashboard/Panel";
import type { PlayerRank } from "./playerQueries";

interface Props {
  readonly places: UseQueryResult<PlayerRank | null>;
  readonly id: string;
}

/** The player's league group of the week; nothing where there are no leagues. */
export function LeaguePanel({ places, id }: Props) {
  const league = places.data?.league ?? [];
  if (league.length === 0) return null;
  return (
    <Panel
      title="League of the week"
      note={`Tier ${(places.data?.leagueTier ?? 0) + 1}. The first go up at the end of the week, the last go down.`}
      span={6}
    >
      <Leaderboard
        name="League of the week"
        of="Player"
        measure="Score"
        unit="count"
        hasPlaces
        items={league.map(({ playerId, username, score }) => ({
          key: String(playerId),
          name: username === "" ? `Player ${playerId}` : username,
          value: score,
          ...(String(playerId) === id ? { note: "this player" } : {}),
        }))}
      />
    </Panel>
  );
}
