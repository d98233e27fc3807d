import { getRouteApi } from "@tanstack/react-router";
import { PanelGrid } from "@/kit/dashboard/PanelGrid";
import { useSearchChange } from "@/kit/dashboard/useSearchChange";
import { InsightFrame } from "../InsightFrame";
import { CustomerFigures } from "./CustomerFigures";
import { LeadersPanel } from "./LeadersPanel";
import { NewAndReturningPanel } from "./NewAndReturningPanel";
import { RetentionPanel } from "./RetentionPanel";
import { ValueFigures } from "./ValueFigures";

const route = getRouteApi("/booking/admin/insight/customers");

/** Who books: for the first time, or again. */
export function CustomersPage() {
  const search = route.useSearch();
  const change = useSearchChange(route.useNavigate());
  return (
    <InsightFrame
      title="Customers"
      description="Who books: for the first time, or again, and what they spend."
      search={search}
      change={change}
      isOfAll
    >
      <CustomerFigures />
      <ValueFigures />
      <PanelGrid>
        <NewAndReturningPanel title="Bookings by customers" measure="bookings" unit="count" />
        <NewAndReturningPanel title="Paid by customers" measure="gross_revenue" unit="money" />
        <LeadersPanel />
        <RetentionPanel />
      </PanelGrid>
    </InsightFrame>
  );
}
