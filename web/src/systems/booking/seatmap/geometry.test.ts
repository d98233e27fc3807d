import { describe, expect, it } from "vitest";
import { hitTest, nearestSeat, place, rowPitch, seatPitch, seatsWithin } from "./geometry";
import { houseOfPlan } from "./houseOfPlan";
import { neighbour, startSeat } from "./neighbours";

const hall = houseOfPlan({
  zones: ["Standard", "Premium"],
  rows: [
    { label: "A", blocks: [3, 4], accessible: [1], companion: [2] },
    { label: "B", blocks: [5, 5], zones: [{ zone: "Premium", fromNumber: 4, toNumber: 7 }] },
    { label: "C", blocks: [2], firstNumber: 9, numberStep: -2 },
  ],
  areas: [{ name: "Floor", capacity: 80, zone: "Standard" }],
});

describe("houseOfPlan", () => {
  it("lays rows out as the server does: aisles one seat wide, rows centred", () => {
    expect(hall.rows[1]?.seats.map((seat) => seat.x)).toEqual([0, 2, 4, 6, 8, 12, 14, 16, 18, 20]);
    expect(hall.rows[0]?.seats.map((seat) => seat.x)).toEqual([3, 5, 7, 11, 13, 15, 17]);
    expect(hall.width).toBe(20);
  });

  it("numbers, zones and marks seats by the plan's words", () => {
    expect(hall.rows[2]?.seats.map((seat) => seat.label)).toEqual(["C9", "C7"]);
    expect(hall.byLabel.get("B4")?.zone).toBe(1);
    expect(hall.byLabel.get("B8")?.zone).toBe(0);
    expect(hall.byLabel.get("A1")?.kind).toBe("accessible");
    expect(hall.byLabel.get("A2")?.kind).toBe("companion");
    expect(hall.seats.map((seat) => seat.index)).toEqual(hall.seats.map((_, index) => index));
  });
});

describe("hitTest", () => {
  const placement = place(hall);
  const middle = (index: number) => ({ x: placement.xs[index] ?? 0, y: placement.ys[index] ?? 0 });

  it("finds every seat at its middle and near its corners", () => {
    for (const seat of hall.seats) {
      const at = middle(seat.index);
      const reach = seatPitch / 2 - 1;
      for (const [dx, dy] of [
        [0, 0],
        [reach, rowPitch / 3],
        [-reach, -rowPitch / 3],
      ] as const) {
        const hit = hitTest(placement, { x: at.x + dx, y: at.y + dy });
        expect(hit).toMatchObject({ kind: "seat", seat: { label: seat.label } });
      }
    }
  });

  it("finds nothing in an aisle, beside a row and behind the last", () => {
    const aisle = { x: 10 * (seatPitch / 2), y: placement.ys[hall.byLabel.get("B5")?.index ?? 0] ?? 0 };
    expect(hitTest(placement, aisle)).toBeUndefined();
    const first = middle(hall.byLabel.get("B1")?.index ?? 0);
    expect(hitTest(placement, { x: first.x - seatPitch, y: first.y })).toBeUndefined();
    expect(hitTest(placement, { x: 130, y: placement.rowY(3) })).toBeUndefined();
  });

  it("finds areas", () => {
    const floor = placement.areas[0];
    expect(floor).toBeDefined();
    if (floor === undefined) return;
    expect(hitTest(placement, { x: floor.left + 5, y: floor.top + 5 })).toMatchObject({ kind: "area" });
  });

  it("keeps everything within the bounds and rows apart", () => {
    const { bounds } = placement;
    for (const seat of hall.seats) {
      const { x, y } = middle(seat.index);
      expect(x).toBeGreaterThan(bounds.left);
      expect(x).toBeLessThan(bounds.right);
      expect(y).toBeLessThan(bounds.bottom);
      expect(y).toBeGreaterThan(placement.areas[0]?.bottom ?? 0);
    }
  });

  it("gives the seats in a drawn box", () => {
    const [from, to] = [
      middle(hall.byLabel.get("B1")?.index ?? 0),
      middle(hall.byLabel.get("B3")?.index ?? 0),
    ];
    const box = { left: from.x - 2, right: to.x + 2, top: Math.min(from.y, to.y) - 4, bottom: to.y + 4 };
    expect(seatsWithin(placement, box).map((seat) => seat.label)).toEqual(["B1", "B2", "B3"]);
  });
});

describe("steps of the keyboard", () => {
  const seat = (label: string) => {
    const found = hall.byLabel.get(label);
    if (found === undefined) throw new Error(label);
    return found;
  };

  it("go along rows, over aisles, and stop at edges", () => {
    expect(neighbour(hall, seat("A3"), "right").label).toBe("A4");
    expect(neighbour(hall, seat("A1"), "left").label).toBe("A1");
    expect(neighbour(hall, seat("B2"), "rowEnd").label).toBe("B10");
    expect(neighbour(hall, seat("B2"), "last").label).toBe("C7");
  });

  it("go to the nearest seat of the next row", () => {
    expect(neighbour(hall, seat("B1"), "up").label).toBe("A1");
    expect(neighbour(hall, seat("B10"), "down").label).toBe("C7");
    expect(neighbour(hall, seat("C9"), "down").label).toBe("C9");
  });

  it("begin at a free seat near the middle", () => {
    expect(startSeat(place(hall), (each) => each.label === "C9")?.label).toBe("C9");
    expect(startSeat(place(hall), (each) => each.row !== "C")?.label).toBe("B5");
  });
});

it("nearestSeat takes the closer of two", () => {
  const row = hall.rows[1];
  expect(row && nearestSeat(row, 2.9)?.x).toBe(2);
  expect(row && nearestSeat(row, 3.1)?.x).toBe(4);
  expect(row && nearestSeat(row, -50)?.x).toBe(0);
  expect(row && nearestSeat(row, 500)?.x).toBe(20);
});
