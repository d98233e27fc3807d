import { createRoute, lazyRouteComponent, type SearchSchemaInput } from "@tanstack/react-router";
import { rootRoute } from "@/app/rootRoute";
import { requireUser } from "@/auth/guards";
import { enumOf, text } from "@/kit/url";
import { type BookingStatus, statuses } from "./status";

interface BookingsSearch {
  readonly show: "past" | "all" | undefined;
  /** Only with this status, among all. */
  readonly status: BookingStatus | undefined;
  /** The booking whose panel is open. */
  readonly open: string | undefined;
}

const bookingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/bookings",
  validateSearch: (search: Partial<BookingsSearch> & SearchSchemaInput): BookingsSearch => {
    const show = enumOf(search.show, ["past", "all"] as const);
    return {
      show,
      status: show === "all" ? enumOf(search.status, statuses) : undefined,
      open: text(search.open),
    };
  },
  beforeLoad: requireUser,
  component: lazyRouteComponent(() => import("./MyBookingsPage"), "MyBookingsPage"),
});

export const myBookingRoutes = [bookingsRoute] as const;
