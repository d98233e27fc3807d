import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/rootRoute";
import { readBoardSearch } from "./boardSearch";

const boardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/leaderboards",
  validateSearch: readBoardSearch,
  component: lazyRouteComponent(() => import("./BoardPage"), "BoardPage"),
});

export const boardRoutes = [boardRoute] as const;
