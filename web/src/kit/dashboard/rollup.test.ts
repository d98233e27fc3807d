import { expect, it } from "vitest";
import { courseOf, parametersOf, partialOf, partsOf, type RollupTable, totalOf, unitOf } from "./rollup";

const at = (text: string) => new Date(text).getTime();
const day = 86_400_000;
const begins = [0, 1, 2, 3].map((i) => at("2026-11-20") + i * day);

const table: RollupTable = {
  grain: "day",
  dimensions: [{ name: "movie", title: "Film" }],
  measures: [
    { name: "revenue", title: "Revenue", kind: "sum", unit: "cents" },
    { name: "conversion", title: "Conversion", kind: "ratio", unit: "ratio" },
  ],
  rows: [
    { time: "2026-11-21T00:00:00Z", keys: [{ id: "7", label: "Heat" }], values: [500, 0.5] },
    { time: "2026-11-22T00:00:00Z", keys: [{ id: "9", label: null }], values: [null, null] },
  ],
  since: "2026-11-21T00:00:00Z",
  asOf: "2026-11-22T10:00:00Z",
};

it("a question's address says only what is asked", () => {
  const period = { from: at("2026-11-20"), to: at("2026-11-23") };
  expect(parametersOf({ rollup: "revenue", period, grain: "day" })).toEqual({
    from: "2026-11-20T00:00:00Z",
    to: "2026-11-23T00:00:00Z",
    grain: "day",
  });
  expect(
    parametersOf({
      rollup: "revenue",
      period,
      grain: "all",
      by: ["movie", "hour"],
      measures: ["revenue"],
      where: { theater: "5", movie: undefined },
      order: "-revenue",
      limit: 10,
    }),
  ).toMatchObject({ by: "movie,hour", measures: "revenue", theater: "5", order: "-revenue", limit: "10" });
});

it("what was counted and did not happen is 0; what came before the counting or is to come is missing", () => {
  // The 20th was before counting began, the 23rd has not come.
  expect(courseOf(table, "revenue", begins)).toEqual([undefined, 500, 0, undefined]);
  // A share of nothing is not 0.
  expect(courseOf(table, "conversion", begins)).toEqual([undefined, 0.5, undefined, undefined]);
});

it("parts have names, also where nobody knows them any more", () => {
  expect(partsOf(table, "revenue")).toEqual([
    { key: "7", name: "Heat", value: 500 },
    { key: "9", name: "No. 9", value: null },
  ]);
});

it("a total of nothing is 0 where things are counted, and missing where they are shares", () => {
  expect(totalOf(table, "revenue")).toBe(500);
  const nothing = { ...table, rows: [] };
  expect(totalOf(nothing, "revenue")).toBe(0);
  expect(totalOf(nothing, "conversion")).toBeUndefined();
  expect(totalOf(undefined, "revenue")).toBeUndefined();
});

it("says from when on things are counted when more was asked for", () => {
  expect(partialOf(table, { from: at("2026-11-01"), to: at("2026-11-23") })).toContain("2026-11-21");
  expect(partialOf(table, { from: at("2026-11-21"), to: at("2026-11-23") })).toBeUndefined();
  expect(partialOf({ ...table, since: null }, { from: 0, to: 1 })).toBeUndefined();
});

it("knows the units of measures", () => {
  expect(table.measures.map(unitOf)).toEqual(["money", "percent"]);
  expect(unitOf({ name: "n", title: "N", kind: "count", unit: "count" })).toBe("count");
});
