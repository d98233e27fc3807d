import { createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { requireUser } from "@/auth/guards";
import { text } from "@/kit/url";
import { systemRoutes } from "@/systems";
import { Layout } from "./layout/Layout";
import { operationsRoutes } from "./operations/routes";
import { NotFoundPage } from "./pages/NotFoundPage";
import { RouteError } from "./pages/RouteError";
import { RoutePending } from "./pages/RoutePending";
import { rootRoute } from "./rootRoute";
import { parseSearch, stringifySearch } from "./searchParams";

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./pages/HomePage"), "HomePage"),
});

const backSearch = (search: Record<string, unknown>) => ({ back: text(search.back) });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: backSearch,
  component: lazyRouteComponent(() => import("@/auth/pages/SignInPage"), "SignInPage"),
});

const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/register",
  validateSearch: backSearch,
  component: lazyRouteComponent(() => import("@/auth/pages/RegisterPage"), "RegisterPage"),
});

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/account",
  beforeLoad: requireUser,
  component: lazyRouteComponent(() => import("@/auth/pages/AccountPage"), "AccountPage"),
});

/** Systems without pages of their own; anything else here is not found. */
const plannedRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/$system",
  component: lazyRouteComponent(() => import("./pages/PlannedPage"), "PlannedPage"),
});

rootRoute.update({ component: Layout, notFoundComponent: NotFoundPage });

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    signInRoute,
    registerRoute,
    accountRoute,
    ...operationsRoutes,
    plannedRoute,
    ...systemRoutes,
  ]),
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 200,
  defaultPendingComponent: RoutePending,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
  parseSearch,
  stringifySearch,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
