import { getRouteApi } from "@tanstack/react-router";
import { PanelGrid } from "@/kit/dashboard/PanelGrid";
import { useSearchChange } from "@/kit/dashboard/useSearchChange";
import { GameFrame } from "../GameFrame";
import { AlertsPanel } from "./AlertsPanel";
import { EventsPanel } from "./EventsPanel";
import { ModesPanel } from "./ModesPanel";
import { PulseNumbers } from "./PulseNumbers";
import { RatePanel } from "./RatePanel";
import { usePulse } from "./usePulse";

const route = getRouteApi("/leaderboards/admin/insight");

/** What happens right now. */
export function LivePage() {
  const search = route.useSearch();
  const change = useSearchChange(route.useNavigate());
  const pulse = usePulse(search.mode);
  return (
    <GameFrame
      title="Game health"
      description="Who plays right now, how quickly scores come, and whether all keeps up."
      search={search}
      change={change}
      freshness={pulse}
    >
      <PulseNumbers pulse={pulse} />
      <PanelGrid>
        <RatePanel pulse={pulse} />
        <AlertsPanel alerts={pulse.now?.alerts} />
        <ModesPanel modes={pulse.now?.modes} />
        <EventsPanel />
      </PanelGrid>
    </GameFrame>
  );
}
