import { nearestSeat, type Placement } from "./geometry";
import type { House, HouseSeat } from "./House";

export type Step = "left" | "right" | "up" | "down" | "rowStart" | "rowEnd" | "first" | "last";

const stepsByKey: Readonly<Record<string, Step>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "rowStart",
  End: "rowEnd",
};

/** The step a key stands for; with Ctrl, Home and End lead to the first and last seat of the house. */
export function stepOf(key: string, ctrl: boolean): Step | undefined {
  const step = stepsByKey[key];
  if (ctrl && step === "rowStart") return "first";
  if (ctrl && step === "rowEnd") return "last";
  return step;
}

/** The seat a step leads to, or the same at an edge. Up is towards the screen. */
export function neighbour(house: House, from: HouseSeat, step: Step): HouseSeat {
  const row = house.rows[from.rowIndex]?.seats ?? [];
  const place = from.index - (row[0]?.index ?? from.index);
  switch (step) {
    case "left":
      return row[place - 1] ?? from;
    case "right":
      return row[place + 1] ?? from;
    case "rowStart":
      return row[0] ?? from;
    case "rowEnd":
      return row.at(-1) ?? from;
    case "first":
      return house.seats[0] ?? from;
    case "last":
      return house.seats.at(-1) ?? from;
    default:
      return vertical(house, from, step === "up" ? -1 : 1);
  }
}

function vertical(house: House, from: HouseSeat, by: 1 | -1): HouseSeat {
  for (let i = from.rowIndex + by; i >= 0 && i < house.rows.length; i += by) {
    const row = house.rows[i];
    const seat = row === undefined ? undefined : nearestSeat(row, from.x);
    if (seat !== undefined) return seat;
  }
  return from;
}

/** Where the keyboard begins: the free seat nearest to the middle of the house, two thirds back. */
export function startSeat(placement: Placement, isFree: (seat: HouseSeat) => boolean): HouseSeat | undefined {
  const { house } = placement;
  const focus = { x: house.width / 2, row: (house.rows.length - 1) * 0.66 };
  const far = (seat: HouseSeat) => Math.abs(seat.x - focus.x) / 2 + Math.abs(seat.rowIndex - focus.row);
  let best: HouseSeat | undefined;
  for (const seat of house.seats) {
    if (isFree(seat) && (best === undefined || far(seat) < far(best))) best = seat;
  }
  return best ?? house.seats[0];
}
