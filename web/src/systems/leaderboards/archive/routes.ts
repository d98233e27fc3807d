import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/rootRoute";
import { readArchiveSearch } from "./archiveSearch";

const archiveRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/leaderboards/archive",
  validateSearch: readArchiveSearch,
  component: lazyRouteComponent(() => import("./ArchivePage"), "ArchivePage"),
});

export const archiveRoutes = [archiveRoute] as const;
