import { adminRoutes } from "./admin/routes";
import { browseRoutes } from "./browse/routes";

/** Every route of seat booking; one list a folder. */
export const bookingRoutes = [...browseRoutes, ...adminRoutes] as const;
