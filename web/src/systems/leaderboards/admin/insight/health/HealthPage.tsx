import { getRouteApi } from "@tanstack/react-router";
import { PanelGrid } from "@/kit/dashboard/PanelGrid";
import { useSearchChange } from "@/kit/dashboard/useSearchChange";
import { GameExports } from "../GameExports";
import { GameFrame } from "../GameFrame";
import { ClimbPanel } from "./ClimbPanel";
import { DominancePanel } from "./DominancePanel";
import { HealthNumbers } from "./HealthNumbers";
import { HealthTimes } from "./HealthTimes";
import { gapOf, movedOf } from "./healthFigures";
import type { HealthDay } from "./healthQueries";
import { InflationPanel } from "./InflationPanel";
import { ResetsPanel } from "./ResetsPanel";
import { RisersPanel } from "./RisersPanel";
import { SeasonPanel } from "./SeasonPanel";

const route = getRouteApi("/leaderboards/admin/insight/health");

const topLines = [
  { name: "First 100", of: (day: HealthDay) => day.topAverage },
  { name: "First 10", of: (day: HealthDay) => day.topTenAverage },
];
const entrantLines = [{ name: "New in the first 100", of: (day: HealthDay) => day.entrants }];
const mobilityLines = [
  { name: "First 100 at another place", of: movedOf },
  {
    name: "Games that changed a rank",
    of: (day: HealthDay) => (day.ranked === 0 ? undefined : day.rankChanges / day.ranked),
  },
];
const gapLines = [{ name: "First 10 to average", of: gapOf }];

/** How alive the competition is, and whether scores keep their worth. */
export function HealthPage() {
  const search = route.useSearch();
  const change = useSearchChange(route.useNavigate());
  return (
    <GameFrame
      title="Game health"
      description="How alive the competition is, and whether scores keep their worth."
      search={search}
      change={change}
      isOfMode
      actions={<GameExports />}
    >
      <HealthNumbers />
      <PanelGrid>
        <InflationPanel />
        <SeasonPanel />
        <HealthTimes
          title="Totals of the best"
          note="Average all-time score"
          lines={topLines}
          unit="decimal"
          isZoomed
        />
        <HealthTimes
          title="Turnover"
          note="Players among the first hundred who were not the day before"
          lines={entrantLines}
          unit="count"
          kind="columns"
        />
        <HealthTimes title="Rank mobility" lines={mobilityLines} unit="percent" />
        <HealthTimes
          title="Competitive balance"
          note="Average of the first ten, as a multiple of everybody's"
          lines={gapLines}
          unit="decimal"
          isZoomed
        />
        <DominancePanel />
        <RisersPanel />
        <ClimbPanel />
        <ResetsPanel />
      </PanelGrid>
    </GameFrame>
  );
}
