import { expect, test } from "vitest";
import { houseOfPlan } from "../../seatmap/houseOfPlan";
import { layOut } from "./geometry";
import { freeLabel, letterLabel, nextLabel, rowLabels } from "./labels";
import { blocksText, capacityOf, type Plan, readBlocks } from "./plan";
import { answerOf, bodyOf, planOf } from "./shape";
import { emptyPlan, templates } from "./templates";
import { faultsOf, rowIndexOf } from "./validate";

test("rows are labelled as columns of a spreadsheet", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letterLabel)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
  expect(rowLabels(10, "letters-without-io").join("")).toBe("ABCDEFGHJK");
  expect(rowLabels(3, "numbers")).toEqual(["1", "2", "3"]);
});

test("the next label continues the one before and is free", () => {
  expect(["A", "Z", "AZ", "ZZ", "9", "Box 2", "balcony"].map(nextLabel)).toEqual([
    "B",
    "AA",
    "BA",
    "AAA",
    "10",
    "Box 3",
    "balcony 2",
  ]);
  expect(freeLabel("A", ["A", "b", "C"])).toBe("D");
});

test("block sizes are read however they are written", () => {
  expect(readBlocks("6-12-6")).toEqual([6, 12, 6]);
  expect(readBlocks(" 4 , 10 | 4 ")).toEqual([4, 10, 4]);
  expect(readBlocks("18")).toEqual([18]);
  expect(readBlocks("6-0-6")).toBeUndefined();
  expect(readBlocks("")).toBeUndefined();
  expect(readBlocks("six")).toBeUndefined();
});

test("every template is what it says, and the server would take it", () => {
  for (const { make } of templates) expect(faultsOf(make())).toEqual([]);
  expect(templates.map(({ make }) => capacityOf(make()))).toEqual([
    { seats: 80, places: 0 },
    { seats: 252, places: 0 },
    { seats: 744, places: 0 },
    { seats: 324, places: 500 },
  ]);
});

test("a plan comes back from the server's shape as it was", () => {
  for (const { make } of templates) expect(planOf(answerOf(make()))).toEqual(make());
});

test("the editor and the customers' map put every seat at the same place", () => {
  for (const { make } of templates) {
    const plan = make();
    const { rows, width } = layOut(plan);
    const house = houseOfPlan(answerOf(plan));
    expect(house.width).toBe(width);
    expect(house.rows.map((row) => row.seats.map((seat) => seat.x))).toEqual(rows.map((row) => row.xs));
  }
});

test("what the server fills in does not pin centred rows", () => {
  const plan = templates[3]?.make() ?? emptyPlan;
  const { rows, width } = layOut(plan);
  const body = bodyOf(plan);
  // As the server answers: every row with its indent, and the focal point it chose itself.
  const answer = {
    ...body,
    rows: body.rows?.map((row, i) => ({ ...row, indentHalfSeats: rows[i]?.indent ?? 0 })),
    focal: { row: "I", halfSeats: Math.trunc(width / 2) },
  };
  expect(planOf(answer as never)).toEqual(plan);
  const moved = { ...answer, focal: { row: "B", halfSeats: 4 } };
  expect(planOf(moved as never).focal).toEqual({ row: 1, halfSeats: 4 });
});

test("odd and even numbers, and numbers that fall, keep their zones and kinds", () => {
  const answer = {
    zones: ["Standard", "Front", "Box"],
    rows: [
      {
        label: "A",
        blocks: [2, 2],
        firstNumber: 8,
        numberStep: -2,
        indentHalfSeats: 3,
        zones: [
          { zone: "Box", fromNumber: 8, toNumber: 6 },
          { zone: "Front", fromNumber: 2, toNumber: 2 },
        ],
        accessible: [8],
        companion: [6],
      },
    ],
    areas: [],
  };
  const plan = planOf(answer);
  expect(plan.rows[0]?.blocks.flat().map((seat) => seat.zone)).toEqual([2, 2, 0, 1]);
  expect(plan.rows[0]?.blocks.flat().map((seat) => seat.kind)).toEqual([
    "accessible",
    "companion",
    "standard",
    "standard",
  ]);
  expect(bodyOf(plan)).toEqual(answer);
});

test("rows stand centred, with an aisle of one seat between blocks", () => {
  const plan = plans([[2, 2], [1]]);
  const { rows, width } = layOut(plan);
  expect(rows.map((row) => row.xs)).toEqual([[0, 2, 6, 8], [4]]);
  expect(width).toBe(8);
  expect(rows.map(({ row }) => blocksText(row))).toEqual(["2-2", "1"]);
});

test("faults carry the server's paths", () => {
  const plan = plans([[2], [65], [1]]);
  const [a, b, c] = plan.rows;
  if (a === undefined || b === undefined || c === undefined) throw new Error("three rows");
  const bad: Plan = {
    ...plan,
    zones: ["Standard", "Standard"],
    rows: [{ ...a, label: "" }, b, { ...c, label: "b", numberStep: 0 }],
    areas: [{ key: 9, name: "Standing", capacity: 0, zone: 0 }],
    focal: { row: a.key, halfSeats: 500 },
  };
  expect(faultsOf(bad).map((fault) => fault.field)).toEqual([
    "zones[1]",
    "areas[0].capacity",
    "rows[0].label",
    "rows[1].blocks[0]",
    "rows[2].numberStep",
    "rows[2].label",
    "focal.halfSeats",
  ]);
  expect(faultsOf(emptyPlan).map((fault) => fault.field)).toEqual(["rows"]);
  expect(rowIndexOf("plan.rows[12].blocks[0]")).toBe(12);
  expect(rowIndexOf("zones[1]")).toBeUndefined();
});

test("seat labels that run into each other are a fault", () => {
  const plan = plans([[11], [1]]);
  const rows = plan.rows.map((row, i) => (i === 1 ? { ...row, label: "a1" } : row));
  expect(faultsOf({ ...plan, rows })).toEqual([
    { field: "rows[1].label", message: "The seat label “A11” stands twice." },
  ]);
});

function plans(sizes: readonly (readonly number[])[]): Plan {
  const rows = sizes.map((blocks, key) => ({
    key,
    label: letterLabel(key),
    firstNumber: 1,
    numberStep: 1,
    indent: undefined,
    blocks: blocks.map((size) =>
      Array.from({ length: size }, () => ({ zone: 0, kind: "standard" as const })),
    ),
  }));
  return { ...emptyPlan, rows, nextKey: sizes.length };
}
