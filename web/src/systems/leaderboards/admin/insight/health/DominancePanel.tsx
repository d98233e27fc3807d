import { Leaderboard } from "@/kit/charts/Leaderboard";
import { Panel } from "@/kit/dashboard/Panel";
import { formatExact } from "@/kit/format";
import { useOpenPlayer } from "../useOpenPlayer";
import { useHealth } from "./useHealth";

/** How long the first ten have been there. */
export function DominancePanel() {
  const query = useHealth();
  const open = useOpenPlayer();
  return (
    <Panel
      title="Dominance"
      note="The first ten, and how long they have been among them"
      height={300}
      state={query}
    >
      <Leaderboard
        name="Days among the first ten"
        of="Player"
        measure="Days in a row"
        second="Score"
        unit="count"
        height={300}
        hasPlaces
        onPick={open}
        items={(query.data?.reigns ?? []).map(({ playerId, username, days, score }) => ({
          key: String(playerId),
          name: username === "" ? `Player ${playerId}` : username,
          value: days,
          second: formatExact(score),
        }))}
      />
    </Panel>
  );
}
