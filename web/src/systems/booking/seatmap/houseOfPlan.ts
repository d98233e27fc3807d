import type { Schemas } from "@/api/client";
import { type House, houseOf, type SeatKind, type SeatSketch } from "./House";

type Plan = Schemas["SeatPlanSpec"];
type Row = NonNullable<Plan["rows"]>[number];

/**
 * The house a plan describes, laid out as the server does it: seats two halves apart, an aisle one seat wide, rows
 * without an indent centred. Seats of a plan have no prices unless given by zone.
 */
export function houseOfPlan(plan: Plan, prices: readonly number[] = []): House {
  const rows = plan.rows ?? [];
  const ordinal = new Map(plan.zones.map((name, index) => [name, index]));
  const widest = Math.max(0, ...rows.map(widthOf));
  const priceOf = (zone: number) => prices[zone] ?? 0;
  const sketched = rows.map((row) => ({ label: row.label, seats: seatsOf(row, widest, ordinal, priceOf) }));
  const width = Math.max(0, ...sketched.map((row) => row.seats.at(-1)?.x ?? 0));
  return houseOf(
    width,
    plan.zones.map((name, index) => ({ name, priceCents: priceOf(index) })),
    (plan.areas ?? []).map(({ name, capacity, zone }) => {
      const index = ordinal.get(zone) ?? 0;
      return { name, capacity, zone: index, priceCents: priceOf(index) };
    }),
    sketched,
  );
}

/** In half seats, from the first seat's left edge to the last one's right edge. */
function widthOf(row: Row): number {
  return 2 * (row.blocks.reduce((sum, size) => sum + size, 0) + row.blocks.length - 1);
}

function seatsOf(
  row: Row,
  widest: number,
  ordinal: ReadonlyMap<string, number>,
  priceOf: (zone: number) => number,
): SeatSketch[] {
  const step = row.numberStep ?? 1;
  const accessible = new Set(row.accessible ?? []);
  const companion = new Set(row.companion ?? []);
  const seats: SeatSketch[] = [];
  let x = row.indentHalfSeats ?? Math.trunc((widest - widthOf(row)) / 2);
  let number = row.firstNumber ?? 1;
  for (const size of row.blocks) {
    for (let i = 0; i < size; i++) {
      const zone = zoneOf(row, number, ordinal);
      const kind: SeatKind = accessible.has(number)
        ? "accessible"
        : companion.has(number)
          ? "companion"
          : "standard";
      seats.push({ label: `${row.label}${number}`, number, x, zone, kind, priceCents: priceOf(zone) });
      x += 2;
      number += step;
    }
    x += 2;
  }
  return seats;
}

/** In no run the first zone, in several the last of them. */
function zoneOf(row: Row, number: number, ordinal: ReadonlyMap<string, number>): number {
  let zone = 0;
  for (const run of row.zones ?? []) {
    const [low, high] = [Math.min(run.fromNumber, run.toNumber), Math.max(run.fromNumber, run.toNumber)];
    if (number >= low && number <= high) zone = ordinal.get(run.zone) ?? zone;
  }
  return zone;
}
