import { IconStairsUp } from "@tabler/icons-react";
import { Leaderboard } from "@/kit/charts/Leaderboard";
import { Panel } from "@/kit/dashboard/Panel";
import { EmptyState } from "@/kit/EmptyState";
import { useOpenPlayer } from "../useOpenPlayer";
import { useHealth } from "./useHealth";

const behind = 101;

/** Who came up furthest in the time shown. */
export function RisersPanel() {
  const query = useHealth();
  const open = useOpenPlayer();
  const risers = query.data?.risers ?? [];
  return (
    <Panel
      title="Rising players"
      note="Furthest up among the first hundred in this time"
      height={300}
      state={query}
    >
      {risers.length === 0 ? (
        <EmptyState icon={IconStairsUp} title="Nobody rose" text="Take a longer time to see who did." />
      ) : (
        <Leaderboard
          name="Rising players"
          of="Player"
          measure="Places"
          second="From and to"
          unit="count"
          height={300}
          onPick={open}
          items={risers.map(({ playerId, username, rank, rankBefore }) => ({
            key: String(playerId),
            name: username === "" ? `Player ${playerId}` : username,
            value: (rankBefore ?? behind) - rank,
            second: `${rankBefore ?? "behind 100"} → ${rank}`,
          }))}
        />
      )}
    </Panel>
  );
}
