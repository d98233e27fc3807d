import type { RollupTable } from "@/kit/dashboard/rollup";

/** Counts what customers did by whether it was their first booking. */
export const customersRollup = "analytics_customers";

/** The values of the dimension `customer`. */
export const kinds = [
  { id: "0", name: "First booking" },
  { id: "1", name: "Booked before" },
] as const;

/** The part of an answer that is of one kind of customers. */
export function ofKind(table: RollupTable, id: string): RollupTable {
  return { ...table, rows: table.rows.filter(({ keys }) => keys[0]?.id === id) };
}
