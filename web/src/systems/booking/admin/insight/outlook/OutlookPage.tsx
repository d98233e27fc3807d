import { getRouteApi } from "@tanstack/react-router";
import { PanelGrid } from "@/kit/dashboard/PanelGrid";
import { useSearchChange } from "@/kit/dashboard/useSearchChange";
import { InsightFrame } from "../InsightFrame";
import { DemandPanel } from "./DemandPanel";
import { FilmReviewPanel } from "./FilmReviewPanel";
import { ForecastPanel } from "./ForecastPanel";
import { LowOccupancyPanel } from "./LowOccupancyPanel";
import { ModelsPanel } from "./ModelsPanel";
import { SlotsPanel } from "./SlotsPanel";
import { UnusualDaysPanel } from "./UnusualDaysPanel";

const route = getRouteApi("/booking/admin/insight/outlook");

/** What is to be expected, and what could be done about it. */
export function OutlookPage() {
  const search = route.useSearch();
  const change = useSearchChange(route.useNavigate());
  return (
    <InsightFrame
      title="Outlook"
      description="What is to be expected, learned from what was sold, and what could be done about it."
      search={search}
      change={change}
      isOfComing
    >
      <PanelGrid>
        <ForecastPanel />
        <UnusualDaysPanel />
        <LowOccupancyPanel />
        <DemandPanel />
        <SlotsPanel />
        <FilmReviewPanel />
        <ModelsPanel />
      </PanelGrid>
    </InsightFrame>
  );
}
