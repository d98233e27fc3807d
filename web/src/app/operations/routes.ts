import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { requireAdmin } from "@/auth/guards";
import { enumOf, text } from "@/kit/url";
import { rootRoute } from "../rootRoute";
import { readAudit } from "./audit/auditQueries";

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

const exportsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/operations/exports",
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./exports/ExportsPage"), "ExportsPage"),
});

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/operations/audit",
  validateSearch: readAudit,
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./audit/AuditPage"), "AuditPage"),
});

const alertsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/operations/alerts",
  validateSearch: (search) => ({ state: enumOf(search.state, ["open", "acknowledged", "resolved"]) }),
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./alerts/AlertsPage"), "AlertsPage"),
});

/** The operators' console: what belongs to no single system. */
export const operationsRoutes = [consumersRoute, systemRoute, exportsRoute, auditRoute, alertsRoute] as const;
