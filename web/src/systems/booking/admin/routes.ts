import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/rootRoute";
import { requireAdmin } from "@/auth/guards";
import { text } from "@/kit/url";

const filmsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/admin/films",
  validateSearch: (search) => ({
    search: text(search.search),
    genre: text(search.genre),
    open: text(search.open),
  }),
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./films/FilmsPage"), "FilmsPage"),
});

export const adminRoutes = [filmsRoute] as const;
