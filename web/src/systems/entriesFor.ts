import type { NavEntry, System } from "./System";

/** The pages of a system that somebody with this role (a guest has none) is shown. */
export function entriesFor(system: System, role: string | undefined): readonly NavEntry[] {
  return system.entries.filter(
    (entry) =>
      entry.role === undefined || entry.role === role || (entry.role === "user" && role !== undefined),
  );
}
