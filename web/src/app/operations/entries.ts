import { IconActivityHeartbeat, IconStack2 } from "@tabler/icons-react";
import type { NavEntry } from "@/systems/System";

/** The pages of the operators' console. */
export const operationsEntries: readonly NavEntry[] = [
  { label: "System", to: "/operations/system", icon: IconActivityHeartbeat, role: "admin" },
  { label: "Consumers", to: "/operations", icon: IconStack2, role: "admin", exact: true },
];
