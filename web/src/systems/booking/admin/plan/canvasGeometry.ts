import type { PlanLayout } from "./geometry";
import { idOf, type PlanFocal, type SeatRef } from "./plan";

/** Sizes of the drawing, in pixels at zoom 1. */
export const metrics = {
  halfSeat: 11,
  rowPitch: 26,
  seat: 18,
  /** Left and right of the seats, where the rows' labels stand. */
  gutter: 52,
  /** Above the first row, where the screen is. */
  head: 56,
  /** One area, below the rows. */
  area: 40,
  foot: 24,
} as const;

/** A point of the drawing, in its own pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What lies under a point. */
export interface Hit {
  readonly row: number;
  /** The seat, or the one next to the point when there is none under it. */
  readonly index: number;
  /** Half seats from the plan's left edge. */
  readonly halfSeats: number;
  /** Whether the point lies right of the seat's middle. */
  readonly isRightHalf: boolean;
  readonly isOnSeat: boolean;
}

export const xOf = (halfSeats: number) => metrics.gutter + metrics.seat / 2 + halfSeats * metrics.halfSeat;
export const yOf = (rowIndex: number) => metrics.head + metrics.rowPitch * (rowIndex + 0.5);

/** How large the drawing is. */
export function drawingSize(layout: PlanLayout, areas: number) {
  const places = areas === 0 ? 0 : areas * (metrics.area + 8) + 16;
  return {
    width: Math.max(360, 2 * metrics.gutter + metrics.seat + layout.width * metrics.halfSeat),
    height: metrics.head + layout.rows.length * metrics.rowPitch + places + metrics.foot,
  };
}

/** The row, and within it the seat, at a point; undefined outside of all rows. */
export function hitAt(layout: PlanLayout, { x, y }: Point): Hit | undefined {
  const placed = layout.rows[Math.floor((y - metrics.head) / metrics.rowPitch)];
  if (placed === undefined) return undefined;
  const halfSeats = (x - xOf(0)) / metrics.halfSeat;
  let index = 0;
  placed.xs.forEach((at, i) => {
    if (Math.abs(at - halfSeats) < Math.abs((placed.xs[index] ?? 0) - halfSeats)) index = i;
  });
  const away = halfSeats - (placed.xs[index] ?? 0);
  return {
    row: placed.row.key,
    index,
    halfSeats,
    isRightHalf: away > 0,
    isOnSeat: placed.xs.length > 0 && Math.abs(away) <= 1,
  };
}

/** The seats whose middles lie in the rectangle between two points. */
export function seatsWithin(layout: PlanLayout, a: Point, b: Point): string[] {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  return layout.rows.flatMap(({ row, xs }, r) => {
    const y = yOf(r);
    if (y < top || y > bottom) return [];
    return xs.flatMap((x, i) => (xOf(x) >= left && xOf(x) <= right ? [idOf(row.key, i)] : []));
  });
}

/** Points from one to another, close enough that no seat between them is missed. */
export function pointsBetween(from: Point, to: Point): Point[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / metrics.halfSeat));
  return Array.from({ length: steps }, (_, i) => {
    const share = (i + 1) / steps;
    return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
  });
}

/** Where the cursor goes from a seat: along its row, or to the nearest seat of a row before or behind. */
export function neighbour(layout: PlanLayout, from: SeatRef, dx: number, dy: number): SeatRef {
  const at = layout.rows.findIndex(({ row }) => row.key === from.row);
  const here = layout.rows[at];
  const there = layout.rows[Math.min(layout.rows.length - 1, Math.max(0, at + dy))];
  if (here === undefined || there === undefined) {
    const first = layout.rows[0];
    return first === undefined ? from : { row: first.row.key, index: 0 };
  }

  const last = there.xs.length - 1;
  if (dy === 0) return { row: from.row, index: Math.min(last, Math.max(0, from.index + dx)) };
  const x = here.xs[from.index] ?? 0;
  let index = 0;
  there.xs.forEach((each, i) => {
    if (Math.abs(each - x) < Math.abs((there.xs[index] ?? 0) - x)) index = i;
  });
  return { row: there.row.key, index };
}

/** The focal point at a hit, within the plan. */
export function focalAt(layout: PlanLayout, hit: Hit): PlanFocal {
  return { row: hit.row, halfSeats: Math.min(layout.width, Math.max(0, Math.round(hit.halfSeats))) };
}
