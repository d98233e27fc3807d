/** Who a seat is for. */
export type SeatKind = "standard" | "accessible" | "companion";

/** A seat while a plan is edited; its number follows from its place in the row. */
export interface PlanSeat {
  /** Which of the plan's zones it is in. */
  readonly zone: number;
  readonly kind: SeatKind;
}

/** A row while a plan is edited. */
export interface PlanRow {
  /** Stays the same whatever happens to the row. */
  readonly key: number;
  readonly label: string;
  readonly firstNumber: number;
  readonly numberStep: number;
  /** Half seats from the left edge; absent: centred. */
  readonly indent: number | undefined;
  /** From left to right, an aisle between each two. */
  readonly blocks: readonly (readonly PlanSeat[])[];
}

/** A general-admission area while a plan is edited. */
export interface PlanArea {
  readonly key: number;
  readonly name: string;
  readonly capacity: number;
  readonly zone: number;
}

/** Where one sits best. */
export interface PlanFocal {
  readonly row: number;
  readonly halfSeats: number;
}

/** A seat plan while it is edited. Immutable. */
export interface Plan {
  readonly zones: readonly string[];
  /** The row nearest to the screen first. */
  readonly rows: readonly PlanRow[];
  readonly areas: readonly PlanArea[];
  /** Absent: the middle of the row two thirds back, as the server puts it. */
  readonly focal: PlanFocal | undefined;
  /** The key of the next row or area. */
  readonly nextKey: number;
}

/** A seat by its row's key and its place in the row, from 0. */
export interface SeatRef {
  readonly row: number;
  readonly index: number;
}

/** The server's bounds. */
export const limits = {
  zones: 64,
  areas: 64,
  seats: 4096,
  blockSeats: 64,
  labelLength: 16,
  nameLength: 64,
  areaCapacity: 1_000_000,
  indent: 10_000,
  seatNumber: 99_999,
  numberStep: 100,
} as const;

export const noSeat: PlanSeat = { zone: 0, kind: "standard" };

/** A seat as a key of sets: `12:3`. */
export const idOf = (row: number, index: number) => `${row}:${index}`;

/** The seat of such a key. */
export function refOf(id: string): SeatRef {
  const [row = 0, index = 0] = id.split(":").map(Number);
  return { row, index };
}

/** A row's seats from left to right, across its blocks. */
export const seatsOf = (row: PlanRow): readonly PlanSeat[] => row.blocks.flat();

/** How many seats a row has. */
export const sizeOf = (row: PlanRow) => row.blocks.reduce((sum, block) => sum + block.length, 0);

/** The number of a row's seat. */
export const numberOf = (row: PlanRow, index: number) => row.firstNumber + row.numberStep * index;

/** Seats and places in all. */
export function capacityOf(plan: Plan): { readonly seats: number; readonly places: number } {
  return {
    seats: plan.rows.reduce((sum, row) => sum + sizeOf(row), 0),
    places: plan.areas.reduce((sum, area) => sum + area.capacity, 0),
  };
}

/** The sizes of a row's blocks as people write them: `6-12-6`. */
export const blocksText = (row: PlanRow) => row.blocks.map((block) => block.length).join("-");

/** Reads such a text; undefined when it is none. Blanks and other signs between the numbers are fine. */
export function readBlocks(text: string): readonly number[] | undefined {
  const sizes = text
    .trim()
    .split(/[\s\-–,|+/]+/)
    .map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : Number.NaN));
  return sizes.every((size) => size >= 1) ? sizes : undefined;
}
