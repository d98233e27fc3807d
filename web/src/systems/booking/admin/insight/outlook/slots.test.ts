import { expect, it } from "vitest";
import type { ShowSlot } from "./advice";
import { slotGrid, slotNames } from "./slots";

const slot = (weekday: string, fromHour: number, ratio: number): ShowSlot => ({
  weekday,
  fromHour,
  ratio,
  expectedSeats: 1,
  expectedRevenueCents: 1,
  shows: 1,
  sharePercent: 1,
  text: "",
});

it("puts times of the week where a calendar has them, with gaps where nothing is known", () => {
  const slots = [slot("saturday", 20, 2), slot("monday", 14, 0.5)];
  expect(slotNames(slots)).toEqual(["14:00", "16:00", "18:00", "20:00"]);
  const grid = slotGrid(slots);
  expect(grid).toHaveLength(7);
  expect(grid[0]).toEqual([0.5, undefined, undefined, undefined]);
  expect(grid[5]).toEqual([undefined, undefined, undefined, 2]);
  expect(slotNames([])).toEqual([]);
});
