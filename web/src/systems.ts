import { booking } from "./systems/booking";
import { bookingRoutes } from "./systems/booking/routes";
import { cdn } from "./systems/cdn";
import { chat } from "./systems/chat";
import { docs } from "./systems/docs";
import { jobs } from "./systems/jobs";
import { leaderboards } from "./systems/leaderboards";
import { leaderboardRoutes } from "./systems/leaderboards/routes";
import { logs } from "./systems/logs";
import { orders } from "./systems/orders";
import { pullFeed } from "./systems/pull-feed";
import { pushFeed } from "./systems/push-feed";
import type { System } from "./systems/System";

/** The one list of systems: adding or taking one out is a line here and its folder. */
export const systems: readonly System[] = [
  booking,
  chat,
  pushFeed,
  pullFeed,
  leaderboards,
  orders,
  logs,
  jobs,
  cdn,
  docs,
];

/** The pages of those that are built. */
export const systemRoutes = [...bookingRoutes, ...leaderboardRoutes] as const;
