import { getRouteApi } from "@tanstack/react-router";
import { PanelGrid } from "@/kit/dashboard/PanelGrid";
import { periodOf } from "@/kit/dashboard/range";
import { useSearchChange } from "@/kit/dashboard/useSearchChange";
import { useHour } from "@/kit/dashboard/useTimeShown";
import { GameFrame } from "../GameFrame";
import { InsightExports } from "../InsightExports";
import { CohortsPanel } from "./CohortsPanel";
import { DaysPanel } from "./DaysPanel";
import { EngagementNumbers } from "./EngagementNumbers";
import { gamesOf, stickinessOf } from "./engagement";
import { ForecastPanel } from "./ForecastPanel";
import { SessionsPanel } from "./SessionsPanel";
import { WhoPanel } from "./WhoPanel";

const route = getRouteApi("/leaderboards/admin/insight/players");

const active = [
  { name: "In 30 days", of: ({ monthly }: { monthly: number }) => monthly },
  { name: "In 7 days", of: ({ weekly }: { weekly: number }) => weekly },
  { name: "On the day", of: ({ active }: { active: number }) => active },
];
const begun = [
  { name: "Returning", of: (day: { active: number; new: number }) => day.active - day.new },
  { name: "New", of: (day: { new: number }) => day.new },
];
const games = [{ name: "Games", of: gamesOf }];
const stickiness = [{ name: "Stickiness", of: stickinessOf }];

/** How players come and stay. */
export function PlayersPage() {
  const search = route.useSearch();
  const change = useSearchChange(route.useNavigate());
  const period = periodOf(search, useHour());
  return (
    <GameFrame
      title="Players"
      description="How many play, how often and how long, and who comes back. All game modes together."
      search={search}
      change={change}
      isOfAll
      actions={<InsightExports name="Players by day" source="leaderboards.players" period={period} />}
    >
      <EngagementNumbers />
      <PanelGrid>
        <DaysPanel
          title="Active players"
          note="On a day, and in the 7 and 30 days that end with it"
          lines={active}
          unit="count"
          span={8}
        />
        <DaysPanel
          title="Stickiness"
          note="Which part of 30 days' players is there on a day"
          lines={stickiness}
          unit="percent"
          span={4}
        />
        <DaysPanel
          title="New and returning"
          note="Press a day to see who"
          lines={begun}
          unit="count"
          isStacked
        />
        <DaysPanel title="Games a player" note="Of those who play on a day" lines={games} unit="decimal" />
        <SessionsPanel />
        <ForecastPanel />
        <CohortsPanel />
        <WhoPanel />
      </PanelGrid>
    </GameFrame>
  );
}
