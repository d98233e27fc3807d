import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/rootRoute";
import { requireAdmin } from "@/auth/guards";
import { readInsight } from "./insightSearch";

const salesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/admin/insight",
  validateSearch: readInsight,
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./SalesInsightPage"), "SalesInsightPage"),
});

const customersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/admin/insight/customers",
  validateSearch: readInsight,
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./customers/CustomersPage"), "CustomersPage"),
});

const outlookRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/admin/insight/outlook",
  validateSearch: readInsight,
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./outlook/OutlookPage"), "OutlookPage"),
});

export const insightRoutes = [salesRoute, customersRoute, outlookRoute] as const;
