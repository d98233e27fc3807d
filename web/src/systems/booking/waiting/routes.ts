import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/rootRoute";
import { requireUser } from "@/auth/guards";

const roomRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/showtimes/$id/waiting-room",
  beforeLoad: requireUser,
  component: lazyRouteComponent(() => import("./WaitingRoomPage"), "WaitingRoomPage"),
});

const listRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/showtimes/$id/waiting-list",
  beforeLoad: requireUser,
  component: lazyRouteComponent(() => import("./WaitingListPage"), "WaitingListPage"),
});

export const waitingRoutes = [roomRoute, listRoute] as const;
