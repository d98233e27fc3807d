import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "@/app/rootRoute";

const pickerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/booking/showtimes/$id",
  component: lazyRouteComponent(() => import("./SeatPickerPage"), "SeatPickerPage"),
});

export const seatRoutes = [pickerRoute] as const;
