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

export const insightRoutes = [salesRoute, customersRoute] as const;
