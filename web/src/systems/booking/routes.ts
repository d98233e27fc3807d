import { adminRoutes } from "./admin/routes";
import { myBookingRoutes } from "./bookings/routes";
import { browseRoutes } from "./browse/routes";
import { filmRoutes } from "./film/routes";

/** Every route of seat booking; one list a folder. */
export const bookingRoutes = [...browseRoutes, ...filmRoutes, ...myBookingRoutes, ...adminRoutes] as const;
