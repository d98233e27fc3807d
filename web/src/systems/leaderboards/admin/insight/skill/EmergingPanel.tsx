import { IconStairsUp } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Leaderboard } from "@/kit/charts/Leaderboard";
import { Panel } from "@/kit/dashboard/Panel";
import { EmptyState } from "@/kit/EmptyState";
import { skillQuery } from "../crowdQueries";
import { useGame } from "../useGame";
import { useOpenPlayer } from "../useOpenPlayer";
import { risesOf } from "./emerging";

const height = 340;

/** Who near the top gets better fast; each leads to the player's page. */
export function EmergingPanel() {
  const { search, modes } = useGame();
  const query = useQuery(skillQuery(search.mode));
  const open = useOpenPlayer();
  const emerging = query.data?.emerging ?? [];
  const nameOf = (id: string) => modes.find((mode) => mode.id === id)?.name ?? id;
  return (
    <Panel
      title="Emerging players"
      note="Advanced players whose rating rose fastest in four weeks, without those in doubt"
      height={height}
      state={query}
    >
      {emerging.length === 0 ? (
        <EmptyState
          icon={IconStairsUp}
          title="Nobody emerges"
          text="No rating near the top rose by more than chance can explain."
        />
      ) : (
        <Leaderboard
          name="Emerging players"
          of="Player"
          measure="Points"
          second="From and to"
          unit="count"
          height={height}
          onPick={open}
          items={risesOf(emerging, nameOf)}
        />
      )}
    </Panel>
  );
}
