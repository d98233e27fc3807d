import { getRouteApi } from "@tanstack/react-router";
import { PanelGrid } from "@/kit/dashboard/PanelGrid";
import { useSearchChange } from "@/kit/dashboard/useSearchChange";
import { BreakdownPanel } from "./BreakdownPanel";
import { CancellationPanel } from "./CancellationPanel";
import { FilmsPanel } from "./FilmsPanel";
import { FunnelPanel } from "./FunnelPanel";
import { HoursPanel } from "./HoursPanel";
import { InsightFrame } from "./InsightFrame";
import { SalesFigures } from "./SalesFigures";
import { TimesPanel } from "./TimesPanel";

const route = getRouteApi("/booking/admin/insight");

/** What is sold: when, where, of what, and how much of it comes back. */
export function SalesInsightPage() {
  const search = route.useSearch();
  const change = useSearchChange(route.useNavigate());
  return (
    <InsightFrame
      title="Dashboard"
      description="What is sold: when, where, of what, and how much of it comes back."
      search={search}
      change={change}
    >
      <SalesFigures />
      <PanelGrid>
        <TimesPanel title="Revenue" measure="revenue" unit="money" span={8} height={300} />
        <BreakdownPanel />
        <FilmsPanel />
        <CancellationPanel />
        <HoursPanel />
        <FunnelPanel />
        <TimesPanel title="Average price" measure="price" unit="money" isZoomed />
        <TimesPanel title="Bookings" measure="bookings" unit="count" kind="columns" />
        <TimesPanel title="Holds that were paid" measure="conversion" unit="percent" />
        <TimesPanel title="Cancelled" measure="cancelled" unit="percent" />
      </PanelGrid>
    </InsightFrame>
  );
}
