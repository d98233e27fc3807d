import { getRouteApi } from "@tanstack/react-router";
import { PanelGrid } from "@/kit/dashboard/PanelGrid";
import { useSearchChange } from "@/kit/dashboard/useSearchChange";
import { GameFrame } from "../GameFrame";
import { EmergingPanel } from "./EmergingPanel";
import { ExperiencePanel } from "./ExperiencePanel";
import { PlayedPanel } from "./PlayedPanel";
import { ProgressPanel } from "./ProgressPanel";
import { RatingsPanel } from "./RatingsPanel";
import { TiersPanel } from "./TiersPanel";

const route = getRouteApi("/leaderboards/admin/insight/skill");

/** How skilled players are. */
export function SkillPage() {
  const search = route.useSearch();
  const change = useSearchChange(route.useNavigate());
  return (
    <GameFrame
      title="Skill"
      description="How skilled players are, and what playing makes of them. As of now."
      search={search}
      change={change}
      isOfMode
      isOfNow
    >
      <PanelGrid>
        <RatingsPanel />
        <TiersPanel />
        <ProgressPanel />
        <ExperiencePanel />
        <PlayedPanel />
        <EmergingPanel />
      </PanelGrid>
    </GameFrame>
  );
}
