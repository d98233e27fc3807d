import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { rootRoute } from "@/app/rootRoute";
import { requireAdmin } from "@/auth/guards";
import { day, enumOf, text } from "@/kit/url";
import { insightRoutes } from "./insight/routes";
import type { ScheduleFilters } from "./showtimes/showtimeQueries";

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

const scheduleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/admin/schedule",
  validateSearch: readSchedule,
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./showtimes/SchedulePage"), "SchedulePage"),
});

const seriesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/admin/schedule/series",
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./showtimes/SeriesPage"), "SeriesPage"),
});

const officeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/admin/office/$id",
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./office/BoxOfficePage"), "BoxOfficePage"),
});

const salesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/admin/sales",
  // What it showed is on the dashboard; links to it go on.
  beforeLoad: () => {
    throw redirect({ to: "/booking/admin/insight", replace: true });
  },
});

const liveRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/admin/live",
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./live/LiveBookingsPage"), "LiveBookingsPage"),
});

export const adminRoutes = [
  ...insightRoutes,
  filmsRoute,
  theatersRoute,
  newTheaterRoute,
  theaterRoute,
  scheduleRoute,
  seriesRoute,
  officeRoute,
  salesRoute,
  liveRoute,
] as const;

function readSchedule(search: Record<string, unknown>): ScheduleFilters & { open?: string | undefined } {
  return {
    search: text(search.search),
    date: day(search.date),
    theater: text(search.theater),
    city: text(search.city),
    genre: text(search.genre),
    sort: enumOf(search.sort, ["price", "popularity"]),
    order: enumOf(search.order, ["desc"]),
    open: text(search.open),
  };
}
