import { idOf, numberOf, type Plan, type PlanRow, refOf, sizeOf } from "./plan";

/**
 * The seats a text names: `C` is a row, `C5` a seat, `C5-C9` or `C5-9` all between two, separated by commas.
 * Undefined when a part names none.
 */
export function readSeats(plan: Plan, text: string): string[] | undefined {
  const parts = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const found: string[] = [];
  for (const part of parts) {
    const seats = wholeRow(plan, part) ?? between(plan, part);
    if (seats === undefined) return undefined;
    found.push(...seats);
  }

  return found.length === 0 ? undefined : [...new Set(found)];
}

/** The seats in words: `A1–A10, C4`. Long lists end with how many more there are. */
export function seatNames(plan: Plan, seats: ReadonlySet<string>, most = 6): string {
  const runs: string[] = [];
  for (const row of plan.rows) {
    const count = sizeOf(row);
    for (let from = 0; from < count; from++) {
      if (!seats.has(idOf(row.key, from))) continue;
      let to = from;
      while (to + 1 < count && seats.has(idOf(row.key, to + 1))) to += 1;
      const [first, last] = [numberOf(row, from), numberOf(row, to)];
      runs.push(from === to ? `${row.label}${first}` : `${row.label}${first}–${last}`);
      from = to;
    }
  }

  const more = runs.length - most;
  return more > 0 ? `${runs.slice(0, most).join(", ")} and ${more} more` : runs.join(", ");
}

/** A seat's label and what it is: "C5, Premium, accessible". */
export function describeSeat(plan: Plan, id: string): string {
  const { row: key, index } = refOf(id);
  const row = plan.rows.find((each) => each.key === key);
  const seat = row?.blocks.flat()[index];
  if (row === undefined || seat === undefined) return "";
  const kind = seat.kind === "standard" ? "" : `, ${seat.kind}`;
  return `${row.label}${numberOf(row, index)}, ${plan.zones[seat.zone] ?? ""}${kind}`;
}

/** All seats of some rows. */
export const seatsOfRows = (rows: readonly PlanRow[]) =>
  rows.flatMap((row) => Array.from({ length: sizeOf(row) }, (_, i) => idOf(row.key, i)));

function wholeRow(plan: Plan, part: string): string[] | undefined {
  const row = plan.rows.find((each) => each.label.toUpperCase() === part.toUpperCase());
  return row === undefined ? undefined : seatsOfRows([row]);
}

function between(plan: Plan, part: string): string[] | undefined {
  const [first = "", second] = part.split(/\s*[-–]\s*/);
  const from = seatOf(plan, first);
  if (from === undefined) return undefined;
  if (second === undefined) return [idOf(from.row.key, from.index)];
  const to = seatOf(plan, /^\d+$/.test(second) ? `${from.row.label}${second}` : second);
  if (to === undefined || to.row !== from.row) return undefined;
  const [low, high] = [Math.min(from.index, to.index), Math.max(from.index, to.index)];
  return Array.from({ length: high - low + 1 }, (_, i) => idOf(from.row.key, low + i));
}

function seatOf(plan: Plan, label: string) {
  const wanted = label.toUpperCase();
  for (const row of plan.rows) {
    const head = row.label.toUpperCase();
    const rest = wanted.slice(head.length);
    if (!wanted.startsWith(head) || !/^\d{1,5}$/.test(rest)) continue;
    const index = (Number(rest) - row.firstNumber) / row.numberStep;
    if (Number.isInteger(index) && index >= 0 && index < sizeOf(row)) return { row, index };
  }

  return undefined;
}
