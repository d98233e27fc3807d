import { IconCalendarStar, IconHeartbeat, IconShieldSearch } from "@tabler/icons-react";
import type { NavEntry } from "../../System";

/** What administrators find below leaderboards. */
export const adminEntries: readonly NavEntry[] = [
  { label: "Game health", to: "/leaderboards/admin/insight", icon: IconHeartbeat, role: "admin" },
  { label: "Review", to: "/leaderboards/admin/review", icon: IconShieldSearch, role: "admin" },
  { label: "Events and seasons", to: "/leaderboards/admin/events", icon: IconCalendarStar, role: "admin" },
];
