import { expect, it } from "vitest";
import { lineOf } from "./days";

const days = [
  { date: "2030-03-30", rank: 120, score: 900 },
  { date: "2030-04-01", rank: 80, score: 1200 },
  { date: "2030-04-02", rank: undefined, score: 1200 },
];

it("has a value a day and a gap where nothing is known", () => {
  const line = lineOf(days, "rank");
  expect(line.begins.map((at) => new Date(at).toISOString().slice(0, 10))).toEqual([
    "2030-03-30",
    "2030-03-31",
    "2030-04-01",
    "2030-04-02",
  ]);
  expect(line.series[0]?.values).toEqual([120, undefined, 80, undefined]);
  expect(lineOf(days, "score").series[0]?.values).toEqual([900, undefined, 1200, 1200]);
});

it("is empty without days", () => {
  expect(lineOf([], "rank").begins).toEqual([]);
});
