import type { House, HouseSeat, SeatStatus } from "../../seatmap/House";

/** The seats a text names: `C` is a row, `C5` a seat, `C5-C9` or `C5-9` all between two; undefined when a part names none. */
export function readHouseSeats(house: House, text: string): readonly HouseSeat[] | undefined {
  const parts = text
    .split(",")
    .map((part) => part.trim().toUpperCase())
    .filter((part) => part !== "");
  const labels = new Map(house.seats.map((seat) => [seat.label.toUpperCase(), seat]));
  const found = new Set<HouseSeat>();
  for (const part of parts) {
    const row = house.rows.find((each) => each.label.toUpperCase() === part);
    const [first = "", second] = part.split(/\s*[-–]\s*/);
    const from = labels.get(first);
    const to =
      second === undefined
        ? from
        : labels.get(/^\d+$/.test(second) ? `${from?.row}${second}`.toUpperCase() : second);
    if (row !== undefined) for (const seat of row.seats) found.add(seat);
    else if (from !== undefined && to !== undefined && from.rowIndex === to.rowIndex) {
      const [low, high] = [Math.min(from.index, to.index), Math.max(from.index, to.index)];
      for (let i = low; i <= high; i++) {
        const seat = house.seats[i];
        if (seat !== undefined) found.add(seat);
      }
    } else return undefined;
  }

  return [...found];
}

/** What the box office can do with the chosen seats. */
export interface OfficeChoice {
  /** Free ones, which can be blocked. */
  readonly free: readonly HouseSeat[];
  /** Blocked ones, which can be put back on sale. */
  readonly blocked: readonly HouseSeat[];
  /** Held or sold ones, which stay as they are. */
  readonly taken: readonly HouseSeat[];
}

/** Tells the chosen seats apart by what becomes of them. */
export function sortChoice(
  house: House,
  statuses: readonly SeatStatus[],
  chosen: ReadonlySet<number>,
): OfficeChoice {
  const of = (...wanted: readonly SeatStatus[]) =>
    house.seats.filter((seat) => chosen.has(seat.index) && wanted.includes(statuses[seat.index] ?? "free"));
  return { free: of("free"), blocked: of("blocked"), taken: of("held", "sold") };
}

/** How many seats and places are in each state. */
export function countStatuses(
  statuses: readonly SeatStatus[],
  areas: readonly { readonly free: number; readonly held: number; readonly sold: number }[],
  places: number,
): Readonly<Record<SeatStatus, number>> {
  const counts = { free: 0, held: 0, sold: 0, blocked: 0 };
  for (const status of statuses) counts[status] += 1;
  let known = 0;
  for (const area of areas) {
    counts.free += area.free;
    counts.held += area.held;
    counts.sold += area.sold;
    known += area.free + area.held + area.sold;
  }

  counts.blocked += places - known;
  return counts;
}
