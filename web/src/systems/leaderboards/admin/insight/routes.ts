import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/rootRoute";
import { requireAdmin } from "@/auth/guards";
import { readGame } from "./gameSearch";

const liveRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/leaderboards/admin/insight",
  validateSearch: readGame,
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./live/LivePage"), "LivePage"),
});

const boardsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/leaderboards/admin/insight/boards",
  validateSearch: readGame,
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./boards/BoardsPage"), "BoardsPage"),
});

const healthRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/leaderboards/admin/insight/health",
  validateSearch: readGame,
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./health/HealthPage"), "HealthPage"),
});

const playersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/leaderboards/admin/insight/players",
  validateSearch: readGame,
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./players/PlayersPage"), "PlayersPage"),
});

const skillRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/leaderboards/admin/insight/skill",
  validateSearch: readGame,
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./skill/SkillPage"), "SkillPage"),
});

const churnRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/leaderboards/admin/insight/churn",
  validateSearch: readGame,
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./churn/ChurnPage"), "ChurnPage"),
});

const moneyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/leaderboards/admin/insight/money",
  validateSearch: readGame,
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./money/MoneyPage"), "MoneyPage"),
});

export const insightRoutes = [
  liveRoute,
  boardsRoute,
  healthRoute,
  playersRoute,
  skillRoute,
  churnRoute,
  moneyRoute,
] as const;
