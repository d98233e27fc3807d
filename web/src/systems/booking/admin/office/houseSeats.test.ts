import { expect, test } from "vitest";
import { houseOfPlan } from "../../seatmap/houseOfPlan";
import { countStatuses, readHouseSeats, sortChoice } from "./houseSeats";

const house = houseOfPlan({
  zones: ["Standard"],
  rows: [
    { label: "A", blocks: [2, 2] },
    { label: "B", blocks: [4], firstNumber: 8, numberStep: -2 },
  ],
});
const labels = (text: string) => readHouseSeats(house, text)?.map((seat) => seat.label);

test("seats are named by rows, seats and stretches", () => {
  expect(labels("a")).toEqual(["A1", "A2", "A3", "A4"]);
  expect(labels("A2-3, b8")).toEqual(["A2", "A3", "B8"]);
  expect(labels("B4-B8")).toEqual(["B8", "B6", "B4"]);
  expect(labels("A1-B2")).toBeUndefined();
  expect(labels("A9")).toBeUndefined();
  expect(labels("")).toEqual([]);
});

test("only free seats can be blocked, and only blocked ones put back", () => {
  const statuses = ["free", "held", "sold", "blocked", "free", "free", "free", "free"] as const;
  const { free, blocked, taken } = sortChoice(house, statuses, new Set([0, 1, 2, 3]));
  expect([free, blocked, taken].map((seats) => seats.map((seat) => seat.label))).toEqual([
    ["A1"],
    ["A4"],
    ["A2", "A3"],
  ]);
});

test("places of areas count, and those that are nothing else are blocked", () => {
  const counts = countStatuses(["free", "sold", "blocked"], [{ free: 50, held: 3, sold: 40 }], 100);
  expect(counts).toEqual({ free: 51, held: 3, sold: 41, blocked: 8 });
});
