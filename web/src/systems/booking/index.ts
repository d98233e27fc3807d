import { IconCalendarEvent, IconMovie, IconReceipt, IconTicket } from "@tabler/icons-react";
import { lazy } from "react";
import type { System } from "../System";
import { adminEntries } from "./admin/entries";

/** Seat booking: its place in the navigation. Its pages stand in `routes.ts`. */
export const booking: System = {
  id: "booking",
  title: "Booking",
  summary: "Cinema seats that are sold once, however many want them.",
  promises: [
    "No seat is sold twice, also when thousands want it in the same second",
    "Everybody sees the same house, seat by seat, as it fills",
    "Seats that come back go to whoever waited longest",
  ],
  hue: 350,
  icon: IconTicket,
  Beside: lazy(() => import("./chat/ChatMount").then((module) => ({ default: module.ChatMount }))),
  Glance: lazy(() => import("./glance/NextShows").then((module) => ({ default: module.NextShows }))),
  search: () => import("./search").then((module) => module.searchBooking),
  entries: [
    { label: "Showtimes", to: "/booking", icon: IconCalendarEvent, exact: true },
    { label: "Films", to: "/booking/films", icon: IconMovie },
    { label: "My bookings", to: "/booking/bookings", icon: IconReceipt, role: "user" },
    ...adminEntries,
  ],
};
