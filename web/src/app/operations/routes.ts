import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { requireAdmin } from "@/auth/guards";
import { enumOf, id, text } from "@/kit/url";
import { rootRoute } from "../rootRoute";
import type { AlertState } from "./alerts/alertQueries";
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

const clusterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/operations/cluster",
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./cluster/ClusterPage"), "ClusterPage"),
});

const exportsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/operations/exports",
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./exports/ExportsPage"), "ExportsPage"),
});

const reportsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/operations/reports",
  validateSearch: (search): { open?: string | undefined } => ({
    open: enumOf(search.open, ["new"]) ?? id(search.open),
  }),
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./reports/ReportsPage"), "ReportsPage"),
});

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/operations/audit",
  validateSearch: readAudit,
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./audit/AuditPage"), "AuditPage"),
});

interface AlertSearch {
  readonly state?: AlertState | undefined;
  /** The alert whose panel is open. */
  readonly open?: string | undefined;
  /** The rule that is being edited: its id, or "new". */
  readonly rule?: string | undefined;
}

const alertsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/operations/alerts",
  validateSearch: (search): AlertSearch => ({
    state: enumOf(search.state, ["open", "acknowledged", "resolved"]),
    open: id(search.open),
    rule: enumOf(search.rule, ["new"]) ?? id(search.rule),
  }),
  beforeLoad: requireAdmin,
  component: lazyRouteComponent(() => import("./alerts/AlertsPage"), "AlertsPage"),
});

/** The operators' console: what belongs to no single system. */
export const operationsRoutes = [
  consumersRoute,
  systemRoute,
  clusterRoute,
  exportsRoute,
  reportsRoute,
  auditRoute,
  alertsRoute,
] as const;
