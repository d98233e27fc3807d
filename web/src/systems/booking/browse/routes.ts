import { createRoute, lazyRouteComponent, type SearchSchemaInput } from "@tanstack/react-router";
import { rootRoute } from "@/app/rootRoute";
import { readFilters, type ShowtimeFilters } from "./filters";

const showtimesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking",
  validateSearch: (search: Partial<ShowtimeFilters> & SearchSchemaInput) => readFilters({ ...search }),
  component: lazyRouteComponent(() => import("./ShowtimesPage"), "ShowtimesPage"),
});

export const browseRoutes = [showtimesRoute] as const;
