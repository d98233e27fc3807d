import { columnOf, type RollupTable } from "./rollup";

export const weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
export const hourNames = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);

/** A measure by weekday (Monday is 0) and hour; an hour without any is 0. */
export function hourGrid(table: RollupTable, measure: string): number[][] {
  const column = columnOf(table, measure);
  const grid = weekdayNames.map(() => hourNames.map(() => 0));
  for (const { keys, values } of table.rows) {
    const [weekday, hour] = [Number(keys[0]?.id), Number(keys[1]?.id)];
    const row = grid[weekday];
    if (row !== undefined && row[hour] !== undefined) row[hour] += values[column] ?? 0;
  }
  return grid;
}
