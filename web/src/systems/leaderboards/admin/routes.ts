import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/rootRoute";
import { requireAdmin } from "@/auth/guards";
import { enumOf, text } from "@/kit/url";
import { insightRoutes } from "./insight/routes";
import type { ReviewSearch } from "./review/reviewSearch";

const reviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/leaderboards/admin/review",
  validateSearch: (search): ReviewSearch => ({
    mode: text(search.mode),
    list: enumOf(search.list, ["all"]),
    open: text(search.open),
    panel: enumOf(search.panel, ["accuracy"]),
  }),
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./review/ReviewPage"), "ReviewPage"),
});

const eventsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/leaderboards/admin/events",
  validateSearch: (search): { open?: string | undefined } => ({ open: text(search.open) }),
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./ContestsPage"), "ContestsPage"),
});

export const adminRoutes = [...insightRoutes, reviewRoute, eventsRoute] as const;
