import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/rootRoute";
import { requireAdmin } from "@/auth/guards";
import { readGame } from "./gameSearch";

const boardsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/leaderboards/admin/insight/boards",
  validateSearch: readGame,
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./boards/BoardsPage"), "BoardsPage"),
});

export const insightRoutes = [boardsRoute] as const;
