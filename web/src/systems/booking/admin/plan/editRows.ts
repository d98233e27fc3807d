import { layOut } from "./geometry";
import { freeLabel, type Labeling, rowLabels } from "./labels";
import { noSeat, type Plan, type PlanRow, type PlanSeat, seatsOf, sizeOf } from "./plan";

/** What changes rows; rows are named by their keys. */
export type RowEdit =
  | {
      /** Copies a row, or adds one of ten seats where there is none. */
      readonly type: "add-rows";
      readonly after: number | undefined;
      readonly count: number;
    }
  | { readonly type: "remove-rows"; readonly rows: readonly number[] }
  | { readonly type: "move-rows"; readonly rows: readonly number[]; readonly by: -1 | 1 }
  | { readonly type: "label"; readonly row: number; readonly label: string }
  | { readonly type: "relabel"; readonly labeling: Labeling }
  | { readonly type: "resize"; readonly rows: readonly number[]; readonly sizes: readonly number[] }
  | {
      readonly type: "number";
      readonly rows: readonly number[];
      readonly first?: number;
      readonly step?: number;
    }
  | { readonly type: "indent"; readonly rows: readonly number[]; readonly indent: number | undefined }
  | { readonly type: "shift"; readonly rows: readonly number[]; readonly by: number }
  | {
      /** Opens or closes the aisle left of a seat. */
      readonly type: "toggle-aisle";
      readonly row: number;
      readonly index: number;
    };

/** The plan after a change to its rows. */
export function editRows(plan: Plan, edit: RowEdit): Plan {
  switch (edit.type) {
    case "add-rows":
      return addRows(plan, edit.after, edit.count);
    case "remove-rows":
      return removeRows(plan, edit.rows);
    case "move-rows":
      return moveRows(plan, edit.rows, edit.by);
    case "label":
      return change(plan, [edit.row], (row) => ({ ...row, label: edit.label }));
    case "relabel": {
      const labels = rowLabels(plan.rows.length, edit.labeling);
      return { ...plan, rows: plan.rows.map((row, i) => ({ ...row, label: labels[i] ?? row.label })) };
    }
    case "resize":
      return change(plan, edit.rows, (row) => ({ ...row, blocks: resized(row, edit.sizes) }));
    case "number":
      return change(plan, edit.rows, (row) => ({
        ...row,
        firstNumber: edit.first ?? row.firstNumber,
        numberStep: edit.step ?? row.numberStep,
      }));
    case "indent":
      return change(plan, edit.rows, (row) => ({ ...row, indent: edit.indent }));
    case "shift":
      return shift(plan, edit.rows, edit.by);
    case "toggle-aisle":
      return change(plan, [edit.row], (row) => ({ ...row, blocks: withAisle(row, edit.index) }));
  }
}

function addRows(plan: Plan, after: number | undefined, count: number): Plan {
  const found = plan.rows.findIndex((row) => row.key === after);
  const at = found < 0 ? plan.rows.length : found + 1;
  const model = plan.rows[at - 1];
  const labels = plan.rows.map((row) => row.label);
  const added: PlanRow[] = [];
  for (let i = 0; i < count; i++) {
    const label =
      model === undefined && i === 0 ? "A" : freeLabel(added.at(-1)?.label ?? model?.label ?? "A", labels);
    labels.push(label);
    added.push({ ...(model ?? firstRow), key: plan.nextKey + i, label });
  }

  return { ...plan, rows: plan.rows.toSpliced(at, 0, ...added), nextKey: plan.nextKey + count };
}

const firstRow: Omit<PlanRow, "key" | "label"> = {
  firstNumber: 1,
  numberStep: 1,
  indent: undefined,
  blocks: [Array.from({ length: 10 }, () => noSeat)],
};

function removeRows(plan: Plan, gone: readonly number[]): Plan {
  const rows = plan.rows.filter((row) => !gone.includes(row.key));
  if (rows.length === plan.rows.length) return plan;
  const isFocalGone = plan.focal !== undefined && gone.includes(plan.focal.row);
  return { ...plan, rows, focal: isFocalGone ? undefined : plan.focal };
}

/** Moves rows past their neighbours; those that stand at the end already stay. */
function moveRows(plan: Plan, moved: readonly number[], by: -1 | 1): Plan {
  const rows = [...plan.rows];
  const from = by < 0 ? 0 : rows.length - 1;
  let isChanged = false;
  for (let i = from; i >= 0 && i < rows.length; i -= by) {
    const [row, neighbour] = [rows[i], rows[i + by]];
    if (row === undefined || neighbour === undefined) continue;
    if (!moved.includes(row.key) || moved.includes(neighbour.key)) continue;
    rows[i] = neighbour;
    rows[i + by] = row;
    isChanged = true;
  }

  return isChanged ? { ...plan, rows } : plan;
}

/** Seats keep what they are by their place in the row; new ones are like the last. */
function resized(row: PlanRow, sizes: readonly number[]): PlanSeat[][] {
  const seats = seatsOf(row);
  const fresh: PlanSeat = { ...noSeat, zone: seats.at(-1)?.zone ?? 0 };
  let at = 0;
  return sizes.map((size) => Array.from({ length: size }, () => seats[at++] ?? fresh));
}

function withAisle(row: PlanRow, index: number): readonly (readonly PlanSeat[])[] {
  let start = 0;
  for (let b = 0; b < row.blocks.length; b++) {
    const block = row.blocks[b] ?? [];
    if (index === start && b > 0) {
      const joined = [...(row.blocks[b - 1] ?? []), ...block];
      return row.blocks.toSpliced(b - 1, 2, joined);
    }

    if (index > start && index < start + block.length) {
      const cut = index - start;
      return row.blocks.toSpliced(b, 1, block.slice(0, cut), block.slice(cut));
    }

    start += block.length;
  }

  return row.blocks;
}

/** Moves rows sideways; none goes beyond the left edge, and all keep their places to one another. */
function shift(plan: Plan, keys: readonly number[], by: number): Plan {
  const placed = layOut(plan).rows.filter(({ row }) => keys.includes(row.key));
  const indents = new Map(placed.map(({ row, indent }) => [row.key, indent]));
  const room = Math.min(...indents.values());
  const step = Math.max(by, -room);
  if (step === 0 || placed.length === 0) return plan;
  return change(plan, keys, (row) => ({ ...row, indent: (indents.get(row.key) ?? 0) + step }));
}

function change(plan: Plan, keys: readonly number[], by: (row: PlanRow) => PlanRow): Plan {
  return { ...plan, rows: plan.rows.map((row) => (keys.includes(row.key) ? by(row) : row)) };
}

/** How many seats some rows have together. */
export const seatsIn = (rows: readonly PlanRow[]) => rows.reduce((sum, row) => sum + sizeOf(row), 0);
