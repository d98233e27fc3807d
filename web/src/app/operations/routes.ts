import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { requireAdmin } from "@/auth/guards";
import { text } from "@/kit/url";
import { rootRoute } from "../rootRoute";

const consumersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/operations",
  validateSearch: (search): { open?: string | undefined } => ({ open: text(search.open) }),
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./ConsumersPage"), "ConsumersPage"),
});

const systemRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/operations/system",
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./system/SystemPage"), "SystemPage"),
});

/** The operators' console: what belongs to no single system. */
export const operationsRoutes = [consumersRoute, systemRoute] as const;
