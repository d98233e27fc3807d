import {
  IconBroadcast,
  IconBuilding,
  IconCalendarCog,
  IconChartHistogram,
  IconEdit,
} from "@tabler/icons-react";
import type { NavEntry } from "../../System";

/** What administrators find below booking. */
export const adminEntries: readonly NavEntry[] = [
  { label: "Dashboard", to: "/booking/admin/insight", icon: IconChartHistogram, role: "admin" },
  { label: "Schedule", to: "/booking/admin/schedule", icon: IconCalendarCog, role: "admin" },
  { label: "Theaters", to: "/booking/admin/theaters", icon: IconBuilding, role: "admin" },
  { label: "Edit films", to: "/booking/admin/films", icon: IconEdit, role: "admin" },
  { label: "Live bookings", to: "/booking/admin/live", icon: IconBroadcast, role: "admin" },
];
