import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/rootRoute";
import { requireUser } from "@/auth/guards";

const ticketRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/bookings/$id/ticket",
  beforeLoad: requireUser,
  component: lazyRouteComponent(() => import("./TicketPage"), "TicketPage"),
});

export const ticketRoutes = [ticketRoute] as const;
