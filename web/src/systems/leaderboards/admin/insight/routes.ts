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

export const insightRoutes = [liveRoute, boardsRoute, healthRoute] as const;
