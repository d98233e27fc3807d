import { editAreas, editZones } from "./editParts";
import { editRows, type RowEdit } from "./editRows";
import { idOf, type Plan, type PlanFocal, type PlanRow, type PlanSeat, type SeatKind } from "./plan";

export type { RowEdit } from "./editRows";

/** What paints seats. Seats are named by `idOf`. */
export type SeatEdit =
  | { readonly type: "paint-zone"; readonly seats: readonly string[]; readonly zone: number }
  | { readonly type: "paint-kind"; readonly seats: readonly string[]; readonly kind: SeatKind }
  | { readonly type: "remove-seats"; readonly seats: readonly string[] };

/** What changes zones, areas and the focal point. */
export type PartEdit =
  | { readonly type: "add-zone" }
  | { readonly type: "rename-zone"; readonly zone: number; readonly name: string }
  | { readonly type: "remove-zone"; readonly zone: number }
  | { readonly type: "add-area" }
  | {
      readonly type: "change-area";
      readonly area: number;
      readonly to: Partial<{ name: string; capacity: number; zone: number }>;
    }
  | { readonly type: "remove-area"; readonly area: number }
  | { readonly type: "focal"; readonly focal: PlanFocal | undefined };

/** One change to a plan. */
export type PlanEdit = RowEdit | SeatEdit | PartEdit | { readonly type: "load"; readonly plan: Plan };

/** The plan after a change; the same plan when it changes nothing. */
export function edited(plan: Plan, edit: PlanEdit): Plan {
  switch (edit.type) {
    case "load":
      return edit.plan;
    case "paint-zone":
      return paint(plan, edit.seats, (seat) =>
        seat.zone === edit.zone ? seat : { ...seat, zone: edit.zone },
      );
    case "paint-kind":
      return paint(plan, edit.seats, (seat) =>
        seat.kind === edit.kind ? seat : { ...seat, kind: edit.kind },
      );
    case "remove-seats":
      return removeSeats(plan, new Set(edit.seats));
    case "add-zone":
    case "rename-zone":
    case "remove-zone":
      return editZones(plan, edit);
    case "add-area":
    case "change-area":
    case "remove-area":
      return editAreas(plan, edit);
    case "focal":
      return { ...plan, focal: edit.focal };
    default:
      return editRows(plan, edit);
  }
}

function paint(plan: Plan, seats: readonly string[], brush: (seat: PlanSeat) => PlanSeat): Plan {
  const wanted = new Set(seats);
  return withRows(plan, (row) => {
    let at = 0;
    let isChanged = false;
    const blocks = row.blocks.map((block) =>
      block.map((seat) => {
        const next = wanted.has(idOf(row.key, at)) ? brush(seat) : seat;
        at += 1;
        isChanged ||= next !== seat;
        return next;
      }),
    );
    return isChanged ? { ...row, blocks } : row;
  });
}

function removeSeats(plan: Plan, gone: ReadonlySet<string>): Plan {
  const thinned = withRows(plan, (row) => {
    let at = 0;
    const blocks = row.blocks.map((block) => block.filter(() => !gone.has(idOf(row.key, at++))));
    const isChanged = blocks.some((block, i) => block.length !== row.blocks[i]?.length);
    return isChanged ? { ...row, blocks: blocks.filter((block) => block.length > 0) } : row;
  });
  const empty = thinned.rows.filter((row) => row.blocks.length === 0).map((row) => row.key);
  return empty.length === 0 ? thinned : editRows(thinned, { type: "remove-rows", rows: empty });
}

function withRows(plan: Plan, change: (row: PlanRow) => PlanRow): Plan {
  const rows = plan.rows.map(change);
  return rows.some((row, i) => row !== plan.rows[i]) ? { ...plan, rows } : plan;
}
