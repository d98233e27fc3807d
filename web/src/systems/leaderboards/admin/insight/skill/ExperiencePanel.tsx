import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { BarChart } from "@/kit/charts/BarChart";
import type { BarData } from "@/kit/charts/barPicture";
import { Panel } from "@/kit/dashboard/Panel";
import { skillQuery } from "../crowdQueries";
import { useGame } from "../useGame";
import { spanOf } from "./spans";

/** What a player's first game brings, the second and third, and so on. */
export function ExperiencePanel() {
  const { search, mode, modes } = useGame();
  const query = useQuery(skillQuery(search.mode));
  const experience = query.data?.experience;
  const data = useMemo(
    (): BarData => ({
      of: "A player's game",
      series: ["Mean score"],
      unit: "decimal",
      items: (experience ?? []).map(({ fromGame, toGame, meanScore }) => ({
        name: spanOf(fromGame, toGame),
        values: [meanScore],
      })),
    }),
    [experience],
  );
  return (
    <Panel
      title="What experience brings"
      note={`${(mode ?? modes[0])?.name ?? "The mode"}: the mean score of a player's n-th game`}
      state={query}
    >
      <BarChart name="What experience brings" data={data} />
    </Panel>
  );
}
