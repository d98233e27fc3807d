import { type Plan, type PlanRow, sizeOf } from "./plan";

/** A row at its place; everything in half seats from the plan's left edge. */
export interface PlacedRow {
  readonly row: PlanRow;
  readonly indent: number;
  /** Each seat's place. */
  readonly xs: readonly number[];
}

/** A plan with every seat at its place, as the server lays it out. */
export interface PlanLayout {
  readonly rows: readonly PlacedRow[];
  /** The place of the seat furthest to the right. */
  readonly width: number;
}

/** How wide a row is, its aisles of one seat included. */
export const widthOf = (row: PlanRow) => 2 * (sizeOf(row) + row.blocks.length - 1);

/** Where a row begins when it is centred among the plan's rows. */
export function centredIndent(row: PlanRow, widest: number): number {
  return Math.trunc((widest - widthOf(row)) / 2);
}

/** The width of the plan's widest row. */
export const widestOf = (plan: Plan) => Math.max(0, ...plan.rows.map(widthOf));

/** Lays a plan out. O(seats). */
export function layOut(plan: Plan): PlanLayout {
  const widest = widestOf(plan);
  let width = 0;
  const rows = plan.rows.map((row): PlacedRow => {
    const indent = row.indent ?? centredIndent(row, widest);
    const xs: number[] = [];
    let x = indent;
    for (const block of row.blocks) {
      for (let i = 0; i < block.length; i++) xs.push(x + 2 * i);
      x += 2 * (block.length + 1);
    }

    width = Math.max(width, xs.at(-1) ?? 0);
    return { row, indent, xs };
  });
  return { rows, width };
}

/** Where the server puts the focal point when the plan names none. */
export function defaultFocal(plan: Plan, layout: PlanLayout) {
  const row = plan.rows[Math.trunc((plan.rows.length * 2) / 3)];
  return row === undefined ? undefined : { row: row.key, halfSeats: Math.trunc(layout.width / 2) };
}
