import { getRouteApi } from "@tanstack/react-router";
import { PanelGrid } from "@/kit/dashboard/PanelGrid";
import { useSearchChange } from "@/kit/dashboard/useSearchChange";
import { GameFrame } from "../GameFrame";
import { TimesPanel } from "../TimesPanel";
import { BoardFigures } from "./BoardFigures";
import { HoursPanel } from "./HoursPanel";

const route = getRouteApi("/leaderboards/admin/insight/boards");

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
    >
      <BoardFigures />
      <PanelGrid>
        <TimesPanel
          title="Active players"
          rollup="analytics_daily_players"
          measure="active_players"
          unit="count"
          span={8}
          height={300}
        />
        <HoursPanel />
        <TimesPanel
          title="Games"
          rollup="analytics_daily_players"
          measure="scores_submitted"
          unit="count"
          kind="columns"
        />
        <TimesPanel
          title="Average score"
          rollup="analytics_daily_players"
          measure="mean_score"
          unit="decimal"
          isZoomed
        />
      </PanelGrid>
    </GameFrame>
  );
}
