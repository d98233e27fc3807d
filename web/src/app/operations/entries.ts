import {
  IconActivityHeartbeat,
  IconBell,
  IconCalendarRepeat,
  IconClipboardList,
  IconFileExport,
  IconServer2,
  IconStack2,
} from "@tabler/icons-react";
import type { NavEntry } from "@/systems/System";

/** The pages of the operators' console. */
export const operationsEntries: readonly NavEntry[] = [
  { label: "System", to: "/operations/system", icon: IconActivityHeartbeat, role: "admin" },
  { label: "Cluster", to: "/operations/cluster", icon: IconServer2, role: "admin" },
  { label: "Consumers", to: "/operations", icon: IconStack2, role: "admin", exact: true },
  { label: "Alerts", to: "/operations/alerts", icon: IconBell, role: "admin" },
  { label: "Exports", to: "/operations/exports", icon: IconFileExport, role: "admin" },
  { label: "Reports", to: "/operations/reports", icon: IconCalendarRepeat, role: "admin" },
  { label: "Audit log", to: "/operations/audit", icon: IconClipboardList, role: "admin" },
];
