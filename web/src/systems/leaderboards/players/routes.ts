import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/rootRoute";
import { text } from "@/kit/url";

const playerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/leaderboards/players/$id",
  validateSearch: (search): { mode?: string | undefined } => ({ mode: text(search.mode) }),
  component: lazyRouteComponent(() => import("./PlayerPage"), "PlayerPage"),
});

export const playerRoutes = [playerRoute] as const;
