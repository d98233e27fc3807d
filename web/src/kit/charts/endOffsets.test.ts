import { expect, it } from "vitest";
import { endOffsets } from "./endOffsets";
import type { TimesData } from "./TimesData";

const of = (...lasts: number[]): TimesData => ({
  begins: [0, 1],
  grain: "day",
  unit: "count",
  series: lasts.map((last, index) => ({ name: String(index), values: [100, last] })),
});
const places = (lasts: number[]) =>
  endOffsets(of(...lasts), 200, false).map((offset, i) => (1 - (lasts[i] ?? 0) / 100) * 200 + offset);

it("names that are far from each other stay where their lines end", () => {
  expect(endOffsets(of(10, 90, 50), 200, false)).toEqual([0, 0, 0]);
});

it("names that would lie on each other move apart around their middle, in the lines' order", () => {
  const [first, second] = places([91, 90]);
  expect((second ?? 0) - (first ?? 0)).toBeCloseTo(15);
  expect(((second ?? 0) + (first ?? 0)) / 2).toBeCloseTo(19);
});

it("a name that is pushed onto the next one takes that along", () => {
  const sorted = places([50, 49, 42]).sort((a, b) => a - b);
  expect((sorted[1] ?? 0) - (sorted[0] ?? 0)).toBeGreaterThanOrEqual(14.99);
  expect((sorted[2] ?? 0) - (sorted[1] ?? 0)).toBeGreaterThanOrEqual(14.99);
});

it("lines without any value do not matter", () => {
  expect(endOffsets({ ...of(), series: [{ name: "a", values: [null] }] }, 200, true)).toEqual([0]);
});
