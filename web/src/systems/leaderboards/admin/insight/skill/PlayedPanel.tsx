import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ScatterChart } from "@/kit/charts/ScatterChart";
import type { ScatterData } from "@/kit/charts/scatterPicture";
import { Panel } from "@/kit/dashboard/Panel";
import { skillQuery } from "../crowdQueries";
import { useGame } from "../useGame";
import { useOpenPlayer } from "../useOpenPlayer";

/** Whether those who play much play well. */
export function PlayedPanel() {
  const { search } = useGame();
  const query = useQuery(skillQuery(search.mode));
  const openPlayer = useOpenPlayer();
  const sample = query.data?.sample;
  const data = useMemo(
    (): ScatterData => ({
      of: "Player",
      x: { name: "Hours played", unit: "decimal" },
      y: { name: "Rating", unit: "count" },
      hasTrend: true,
      points: (sample ?? []).map(({ playerId, rating, hours, games, tier }) => ({
        key: String(playerId),
        name: `${tier}, ${games} games`,
        x: hours,
        y: rating,
        group: tier,
      })),
    }),
    [sample],
  );
  return (
    <Panel
      title="Skill and time played"
      note="Some of the players; a point leads to the player"
      height={340}
      state={query}
    >
      <ScatterChart name="Skill and time played" height={340} data={data} onPick={openPlayer} />
    </Panel>
  );
}
