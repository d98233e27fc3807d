import { adminRoutes } from "./admin/routes";
import { myBookingRoutes } from "./bookings/routes";
import { browseRoutes } from "./browse/routes";
import { checkoutRoutes } from "./checkout/routes";
import { filmRoutes } from "./film/routes";
import { seatRoutes } from "./seats/routes";
import { ticketRoutes } from "./ticket/routes";
import { waitingRoutes } from "./waiting/routes";

/** Every route of seat booking; one list a folder. */
export const bookingRoutes = [
  ...browseRoutes,
  ...filmRoutes,
  ...seatRoutes,
  ...checkoutRoutes,
  ...myBookingRoutes,
  ...ticketRoutes,
  ...waitingRoutes,
  ...adminRoutes,
] as const;
