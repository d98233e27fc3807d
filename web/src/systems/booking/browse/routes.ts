import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/rootRoute";
import { enumOf, text } from "@/kit/url";

const showtimesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking",
  validateSearch: (search) => ({
    search: text(search.search),
    sort: enumOf(search.sort, ["time", "price", "popularity"]),
  }),
  component: lazyRouteComponent(() => import("./ShowtimesPage"), "ShowtimesPage"),
});

export const browseRoutes = [showtimesRoute] as const;
