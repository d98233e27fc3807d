import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/rootRoute";
import { requireUser } from "@/auth/guards";

const checkoutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/checkout/$bookingId",
  beforeLoad: requireUser,
  component: lazyRouteComponent(() => import("./CheckoutPage"), "CheckoutPage"),
});

export const checkoutRoutes = [checkoutRoute] as const;
