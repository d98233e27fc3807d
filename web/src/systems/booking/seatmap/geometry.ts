import type { House, HouseArea, HouseRow, HouseSeat } from "./House";

/** Sizes in the map's own units, which are pixels at scale 1. */
export const seatPitch = 26;
export const seatSize = 21;
export const rowPitch = 30;
const halfSeat = seatPitch / 2;
const screenGap = 58;
const areaHeight = 84;
const areaGap = 16;
const areasPerLine = 3;
const minWidth = 420;
const letterGutter = 34;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedArea extends Box {
  readonly index: number;
  readonly area: HouseArea;
}

/** Where everything of a house is. */
export interface Placement {
  readonly house: House;
  /** Middles of the seats, by their index. */
  readonly xs: Float32Array;
  readonly ys: Float32Array;
  readonly areas: readonly PlacedArea[];
  readonly screen: {
    readonly left: number;
    readonly right: number;
    readonly y: number;
    readonly sag: number;
  };
  /** The x of the row letters, at either side. */
  readonly letters: readonly [number, number];
  readonly bounds: Box;
  /** How much a row is bent at x: its ends are nearer to the screen. */
  bendAt(x: number): number;
  /** The middle of a row that is not bent. */
  rowY(rowIndex: number): number;
}

/** Lays a house out: the screen at the top, areas before it, rows behind each other, bent towards the screen. */
export function place(house: House): Placement {
  const span = Math.max(house.width * halfSeat, minWidth);
  const left = (house.width * halfSeat - span) / 2;
  const middle = left + span / 2;
  const depth = house.rows.length > 1 ? Math.min(48, span * 0.05) : 0;
  // Beside the rows, where their letters stand, it goes on level.
  const bendAt = (x: number) => -depth * Math.min(1, Math.abs((x - middle) / (span / 2))) ** 2;

  const areas = placeAreas(house.areas, left, span);
  const afterAreas = areas.at(-1)?.bottom ?? 0;
  const firstRow = (areas.length > 0 ? afterAreas + 28 : screenGap) + depth;
  const rowY = (rowIndex: number) => firstRow + rowIndex * rowPitch;

  const xs = new Float32Array(house.seats.length);
  const ys = new Float32Array(house.seats.length);
  for (const seat of house.seats) {
    xs[seat.index] = seat.x * halfSeat;
    ys[seat.index] = rowY(seat.rowIndex) + bendAt(seat.x * halfSeat);
  }

  const last = house.rows.length === 0 ? afterAreas : rowY(house.rows.length - 1);
  const sag = Math.min(26, span * 0.035);
  return {
    house,
    xs,
    ys,
    areas,
    screen: { left: left + span * 0.08, right: left + span * 0.92, y: 0, sag },
    letters: [left - letterGutter, left + span + letterGutter],
    bounds: {
      left: left - letterGutter - 14,
      top: -34,
      right: left + span + letterGutter + 14,
      bottom: last + rowPitch,
    },
    bendAt,
    rowY,
  };
}

function placeAreas(areas: readonly HouseArea[], left: number, span: number): PlacedArea[] {
  return areas.map((area, index) => {
    const line = Math.floor(index / areasPerLine);
    const inLine = Math.min(areasPerLine, areas.length - line * areasPerLine);
    const width = (span - areaGap * (inLine - 1)) / inLine;
    const x = left + (index % areasPerLine) * (width + areaGap);
    const top = screenGap + line * (areaHeight + areaGap);
    return { index, area, left: x, right: x + width, top, bottom: top + areaHeight };
  });
}

/** What is at a point of the map. */
export type Hit =
  | { readonly kind: "seat"; readonly seat: HouseSeat }
  | { readonly kind: "area"; readonly area: PlacedArea };

/** What is at a point: the nearest seat of the row there, within half a pitch. O(log seats of the row). */
export function hitTest(placement: Placement, at: Point): Hit | undefined {
  for (const area of placement.areas) {
    if (contains(area, at)) return { kind: "area", area };
  }

  const { house } = placement;
  const rowIndex = Math.round((at.y - placement.bendAt(at.x) - placement.rowY(0)) / rowPitch);
  const row = house.rows[rowIndex];
  if (row === undefined) return undefined;
  const seat = nearestSeat(row, at.x / halfSeat);
  return seat !== undefined && Math.abs(seat.x * halfSeat - at.x) <= halfSeat
    ? { kind: "seat", seat }
    : undefined;
}

/** The seat of a row whose middle is nearest to x, in half seats. O(log seats). */
export function nearestSeat(row: HouseRow, x: number): HouseSeat | undefined {
  const { seats } = row;
  let low = 0;
  let high = seats.length - 1;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((seats[mid]?.x ?? 0) < x) low = mid + 1;
    else high = mid;
  }

  const [right, before] = [seats[low], seats[low - 1]];
  if (right === undefined || before === undefined) return right;
  return x - before.x < right.x - x ? before : right;
}

/** The seats whose middles lie in a box, for a selection drawn with the pointer. O(seats of the rows it crosses). */
export function seatsWithin(placement: Placement, box: Box): HouseSeat[] {
  return placement.house.seats.filter(({ index }) =>
    contains(box, { x: placement.xs[index] ?? 0, y: placement.ys[index] ?? 0 }),
  );
}

function contains(box: Box, at: Point): boolean {
  return at.x >= box.left && at.x <= box.right && at.y >= box.top && at.y <= box.bottom;
}
