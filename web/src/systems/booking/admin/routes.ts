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

const theatersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/admin/theaters",
  validateSearch: (search): { search?: string | undefined; city?: string | undefined } => ({
    search: text(search.search),
    city: text(search.city),
  }),
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./theaters/TheatersPage"), "TheatersPage"),
});

const newTheaterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/admin/theaters/new",
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./theaters/NewTheaterPage"), "NewTheaterPage"),
});

const theaterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/admin/theaters/$id",
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./theaters/TheaterPage"), "TheaterPage"),
});

export const adminRoutes = [filmsRoute, theatersRoute, newTheaterRoute, theaterRoute] as const;
