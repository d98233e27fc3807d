/** Where a seat is in its life, as everybody sees it. */
export type SeatStatus = "free" | "held" | "sold" | "blocked";
export type SeatKind = "standard" | "accessible" | "companion";

/** A seat of a house. `index` is its place in the plan's order, which the live stream counts in. */
export interface HouseSeat {
  readonly index: number;
  readonly label: string;
  readonly row: string;
  readonly rowIndex: number;
  readonly number: number;
  /** Half seats from the plan's left edge. */
  readonly x: number;
  /** Its price zone's ordinal. */
  readonly zone: number;
  readonly kind: SeatKind;
  readonly priceCents: number;
}

/** A row: its seats stand from left to right. */
export interface HouseRow {
  readonly label: string;
  readonly seats: readonly HouseSeat[];
}

export interface HouseZone {
  readonly name: string;
  readonly priceCents: number;
}

/** A general-admission area: places without seats. */
export interface HouseArea {
  readonly name: string;
  readonly zone: number;
  readonly priceCents: number;
  readonly capacity: number;
}

/** A house as the map draws it: what stands where, without what becomes of it. */
export interface House {
  /** Half seats between the leftmost and the rightmost seat. */
  readonly width: number;
  readonly zones: readonly HouseZone[];
  /** The one nearest to the screen first. */
  readonly rows: readonly HouseRow[];
  readonly areas: readonly HouseArea[];
  /** All of them in the plan's order. */
  readonly seats: readonly HouseSeat[];
  readonly byLabel: ReadonlyMap<string, HouseSeat>;
}

/** A house of its rows; numbers the seats in the plan's order. */
export function houseOf(
  width: number,
  zones: readonly HouseZone[],
  areas: readonly HouseArea[],
  rows: readonly { readonly label: string; readonly seats: readonly SeatSketch[] }[],
): House {
  const seats: HouseSeat[] = [];
  const byLabel = new Map<string, HouseSeat>();
  const placed = rows.map((row, rowIndex): HouseRow => {
    const own = row.seats.map((sketch): HouseSeat => {
      const seat = { ...sketch, row: row.label, rowIndex, index: seats.length };
      seats.push(seat);
      byLabel.set(seat.label, seat);
      return seat;
    });
    return { label: row.label, seats: own };
  });
  return { width, zones, areas, rows: placed, seats, byLabel };
}

/** A seat before it has its place in the plan's order. */
export type SeatSketch = Omit<HouseSeat, "index" | "row" | "rowIndex">;
