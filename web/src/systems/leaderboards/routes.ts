import { adminRoutes } from "./admin/routes";
import { archiveRoutes } from "./archive/routes";
import { boardRoutes } from "./board/routes";
import { playerRoutes } from "./players/routes";

/** Every route of leaderboards; one list a folder. */
export const leaderboardRoutes = [...boardRoutes, ...playerRoutes, ...archiveRoutes, ...adminRoutes] as const;
