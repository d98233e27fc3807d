import { expect, it } from "vitest";
import type { RollupTable } from "@/kit/dashboard/rollup";
import { scoreBins, totalBins, totalOf } from "./buckets";

const table = (measure: string, counts: Readonly<Record<string, number>>): RollupTable => ({
  grain: "all",
  dimensions: [{ name: "bucket", title: "Total" }],
  measures: [{ name: measure, title: measure, kind: "count", unit: "count" }],
  rows: Object.entries(counts).map(([id, value]) => ({ time: "", keys: [{ id }], values: [value] })),
});

it("knows where steps begin", () => {
  expect([0, 1, 2, 3, 4, 5, 6, 41].map(totalOf)).toEqual([0, 1, 1.25, 1.5, 1.75, 2, 2.5, 1024]);
});

it("puts quarters of an octave together, and leaves none out", () => {
  const bins = totalBins(table("player_count", { 41: 5, 44: 2, 49: 1 }));
  expect(bins).toEqual([
    { from: 1024, to: 2048, count: 7 },
    { from: 2048, to: 4096, count: 0 },
    { from: 4096, to: 8192, count: 1 },
  ]);
  expect(totalBins(table("player_count", { 0: 3 }))).toEqual([{ from: 0, to: 1, count: 3 }]);
});

it("keeps steps of single scores apart, and what could not be told apart out", () => {
  expect(scoreBins(table("games", { 2: 4, 3: 1, other: 9 }))).toEqual([
    { from: 1000, to: 1500, count: 4 },
    { from: 1500, to: 2000, count: 1 },
  ]);
  expect(scoreBins(table("games", {}))).toEqual([]);
});
