import { getRouteApi } from "@tanstack/react-router";
import { PanelGrid } from "@/kit/dashboard/PanelGrid";
import { useSearchChange } from "@/kit/dashboard/useSearchChange";
import { GameExports } from "../GameExports";
import { GameFrame } from "../GameFrame";
import { TimesPanel } from "../TimesPanel";
import { BoardFigures } from "./BoardFigures";
import { DistributionPanel } from "./DistributionPanel";
import { DurationsPanel } from "./DurationsPanel";
import { GameScoresPanel } from "./GameScoresPanel";
import { GamesPerDayPanel } from "./GamesPerDayPanel";
import { HoursPanel } from "./HoursPanel";
import { PartsPanel } from "./PartsPanel";
import { PercentilesPanel } from "./PercentilesPanel";
import { TopDayPanel } from "./TopDayPanel";

const route = getRouteApi("/leaderboards/admin/insight/boards");
const players = "analytics_daily_players";

/** How much is played, when, and what it scores. */
export function BoardsPage() {
  const search = route.useSearch();
  const change = useSearchChange(route.useNavigate());
  return (
    <GameFrame
      title="Game health"
      description="How much is played, when, and what it scores."
      search={search}
      change={change}
      actions={<GameExports />}
    >
      <BoardFigures />
      <PanelGrid>
        <TimesPanel
          title="Active players"
          rollup={players}
          measure="active_players"
          unit="count"
          span={8}
          height={300}
        />
        <PartsPanel />
        <TimesPanel title="Games" rollup={players} measure="scores_submitted" unit="count" kind="columns" />
        <TimesPanel title="Average score" rollup={players} measure="mean_score" unit="decimal" isZoomed />
        <HoursPanel />
        <GamesPerDayPanel />
        <DistributionPanel />
        <GameScoresPanel />
        <PercentilesPanel />
        <DurationsPanel />
        <TimesPanel
          title="Held for review"
          note="The share of submissions that broke a rule"
          rollup={players}
          measure="held_rate"
          unit="percent"
        />
        <TopDayPanel />
      </PanelGrid>
    </GameFrame>
  );
}
