import { expect, test } from "vitest";
import { hitAt, neighbour, pointsBetween, seatsWithin, xOf, yOf } from "./canvasGeometry";
import { edited } from "./edit";
import { layOut } from "./geometry";
import { describeSeat, readSeats, seatNames } from "./seatNames";
import { emptyPlan, templates } from "./templates";

const house = templates[0]?.make() ?? emptyPlan;
const layout = layOut(house);

test("seats are named by rows, seats and stretches", () => {
  expect(readSeats(house, "B")).toHaveLength(10);
  expect(readSeats(house, "b3, C1-3, d9-D10")).toEqual(["1:2", "2:0", "2:1", "2:2", "3:8", "3:9"]);
  expect(readSeats(house, "C3-C1, C2")).toEqual(["2:0", "2:1", "2:2"]);
  expect(readSeats(house, "B3, Z1")).toBeUndefined();
  expect(readSeats(house, "B3-C4")).toBeUndefined();
  expect(readSeats(house, " , ")).toBeUndefined();
});

test("what is named can be read again", () => {
  const chosen = new Set(["0:0", "0:1", "0:2", "2:4", "7:0"]);
  expect(seatNames(house, chosen)).toBe("A1–3, C5, H1");
  expect(new Set(readSeats(house, seatNames(house, chosen)))).toEqual(chosen);
  expect(seatNames(house, chosen, 1)).toBe("A1–3 and 2 more");
});

test("a seat is described for those who do not see the drawing", () => {
  expect(describeSeat(house, "7:0")).toBe("H1, Premium, accessible");
  expect(describeSeat(house, "0:0")).toBe("A1, Standard");
  expect(describeSeat(house, "99:0")).toBe("");
});

test("a point finds its seat, and an aisle the seat beside it", () => {
  const at = (halfSeats: number, row: number) => hitAt(layout, { x: xOf(halfSeats), y: yOf(row) });
  expect(at(2, 3)).toMatchObject({ row: 3, index: 1, isOnSeat: true });
  expect(at(9.8, 0)).toMatchObject({ index: 4, isRightHalf: true, isOnSeat: false });
  expect(hitAt(layout, { x: 0, y: 0 })).toBeUndefined();
});

test("a quick stroke misses no seat", () => {
  const from = { x: xOf(0), y: yOf(0) };
  const hits = pointsBetween(from, { x: xOf(8), y: yOf(0) }).map((point) => hitAt(layout, point)?.index);
  expect(new Set(hits)).toEqual(new Set([0, 1, 2, 3, 4]));
});

test("a rectangle chooses the seats whose middles it covers", () => {
  const corner = { x: xOf(2) + 1, y: yOf(1) + 1 };
  expect(seatsWithin(layout, corner, { x: xOf(0) - 1, y: yOf(0) - 1 })).toEqual(["0:0", "0:1", "1:0", "1:1"]);
});

test("the cursor goes to the nearest seat of a shorter row and stops at the ends", () => {
  const short = layOut(edited(house, { type: "resize", rows: [1], sizes: [2] }));
  expect(neighbour(short, { row: 0, index: 9 }, 0, 1)).toEqual({ row: 1, index: 1 });
  expect(neighbour(short, { row: 0, index: 9 }, 1, 0)).toEqual({ row: 0, index: 9 });
  expect(neighbour(short, { row: 0, index: 0 }, 0, -1)).toEqual({ row: 0, index: 0 });
  expect(neighbour(short, { row: -1, index: 0 }, 1, 0)).toEqual({ row: 0, index: 0 });
});
