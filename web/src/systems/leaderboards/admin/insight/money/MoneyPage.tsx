import { IconCoins } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { PanelGrid } from "@/kit/dashboard/PanelGrid";
import { periodOf } from "@/kit/dashboard/range";
import { useSearchChange } from "@/kit/dashboard/useSearchChange";
import { useHour } from "@/kit/dashboard/useTimeShown";
import { Notice } from "@/kit/Notice";
import { economyQuery } from "../crowdQueries";
import { GameFrame } from "../GameFrame";
import { ChannelsPanel } from "./ChannelsPanel";
import { ConversionPanel } from "./ConversionPanel";
import { MoneyNumbers } from "./MoneyNumbers";
import { RevenuePanel } from "./RevenuePanel";
import { TierRevenuePanel } from "./TierRevenuePanel";

const route = getRouteApi("/leaderboards/admin/insight/money");

/** What players pay. */
export function MoneyPage() {
  const search = route.useSearch();
  const change = useSearchChange(route.useNavigate());
  const { data } = useQuery(economyQuery(periodOf(search, useHour())));
  return (
    <GameFrame
      title="Money"
      description="What players pay in the game, who does, and what a player is worth."
      search={search}
      change={change}
      isOfAll
    >
      <MoneyNumbers />
      <PanelGrid>
        <RevenuePanel />
        <TierRevenuePanel />
        <ChannelsPanel />
        <ConversionPanel />
      </PanelGrid>
      {data !== undefined && data.currency == null ? (
        <Notice meaning="info" icon={IconCoins} title="No purchases were recorded yet">
          A shop tells of each with POST /leaderboards/api/admin/purchases.
        </Notice>
      ) : null}
    </GameFrame>
  );
}
