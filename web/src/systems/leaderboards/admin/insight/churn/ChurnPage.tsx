import { getRouteApi } from "@tanstack/react-router";
import { PanelGrid } from "@/kit/dashboard/PanelGrid";
import { useSearchChange } from "@/kit/dashboard/useSearchChange";
import { GameFrame } from "../GameFrame";
import { InsightExports } from "../InsightExports";
import { ForecastPanel } from "../players/ForecastPanel";
import { AtRiskPanel } from "./AtRiskPanel";
import { ChurnNumbers } from "./ChurnNumbers";
import { ReasonsPanel } from "./ReasonsPanel";
import { RisksPanel } from "./RisksPanel";

const route = getRouteApi("/leaderboards/admin/insight/churn");

/** Who is likely to leave, and why. */
export function ChurnPage() {
  const search = route.useSearch();
  const change = useSearchChange(route.useNavigate());
  return (
    <GameFrame
      title="Leaving"
      description="Who is likely to be gone in a week, and why. As of now, all game modes together."
      search={search}
      change={change}
      isOfNow
      isOfAll
      actions={<InsightExports name="Players at risk" source="leaderboards.churn" />}
    >
      <ChurnNumbers />
      <PanelGrid>
        <RisksPanel />
        <ReasonsPanel />
        <AtRiskPanel />
        <ForecastPanel />
      </PanelGrid>
    </GameFrame>
  );
}
