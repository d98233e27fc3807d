import { expect, test } from "vitest";
import { edited, type PlanEdit } from "./edit";
import { begin, type HistoryAction, historyReducer } from "./history";
import { blocksText, idOf, type Plan, seatsOf } from "./plan";
import { templates } from "./templates";

const house = (): Plan => templates[0]?.make() ?? fail();
const after = (...edits: PlanEdit[]) => edits.reduce(edited, house());
const labels = (plan: Plan) => plan.rows.map((row) => row.label).join("");

test("rows are added like the one before, under free labels", () => {
  const plan = after({ type: "resize", rows: [1], sizes: [3, 4] }, { type: "add-rows", after: 1, count: 2 });
  expect(labels(plan)).toBe("ABIJCDEFGH");
  expect(plan.rows.slice(1, 4).map(blocksText)).toEqual(["3-4", "3-4", "3-4"]);
  expect(new Set(plan.rows.map((row) => row.key)).size).toBe(10);
});

test("rows are moved together and stop at the ends", () => {
  expect(labels(after({ type: "move-rows", rows: [1, 2], by: -1 }))).toBe("BCADEFGH");
  expect(labels(after({ type: "move-rows", rows: [1, 2], by: 1 }))).toBe("ADBCEFGH");
  expect(labels(after({ type: "move-rows", rows: [0, 1], by: -1 }))).toBe("ABCDEFGH");
});

test("seats keep what they are when a row grows or shrinks", () => {
  const plan = after(
    { type: "paint-zone", seats: [idOf(0, 9)], zone: 1 },
    { type: "paint-kind", seats: [idOf(0, 0)], kind: "accessible" },
    { type: "resize", rows: [0], sizes: [4, 8] },
  );
  const seats = plan.rows[0] === undefined ? [] : seatsOf(plan.rows[0]);
  expect(seats[0]?.kind).toBe("accessible");
  expect(seats.map((seat) => seat.zone)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
  expect(seats.slice(1).every((seat) => seat.kind === "standard")).toBe(true);
});

test("an aisle is opened beside a seat and closed again", () => {
  const open = after({ type: "toggle-aisle", row: 0, index: 2 });
  expect(open.rows[0] && blocksText(open.rows[0])).toBe("2-3-5");
  const closed = edited(open, { type: "toggle-aisle", row: 0, index: 5 });
  expect(closed.rows[0] && blocksText(closed.rows[0])).toBe("2-8");
  expect(after({ type: "toggle-aisle", row: 0, index: 0 })).toEqual(house());
});

test("removed seats close up, and a row without seats goes", () => {
  const plan = after({ type: "remove-seats", seats: [0, 1, 2, 3, 4, 7].map((i) => idOf(0, i)) });
  expect(plan.rows[0] && blocksText(plan.rows[0])).toBe("4");
  const all = Array.from({ length: 10 }, (_, i) => idOf(0, i));
  expect(labels(after({ type: "remove-seats", seats: all }))).toBe("BCDEFGH");
});

test("a removed zone's seats and areas go into the first zone", () => {
  const plan = after(
    { type: "add-zone" },
    { type: "add-area" },
    { type: "rename-zone", zone: 2, name: "Box" },
  );
  const area = plan.areas[0]?.key ?? -1;
  const boxed = edited(plan, { type: "change-area", area, to: { zone: 2 } });
  const less = edited(boxed, { type: "remove-zone", zone: 1 });
  expect(less.zones).toEqual(["Standard", "Box"]);
  expect(less.rows[7] && seatsOf(less.rows[7]).every((seat) => seat.zone === 0)).toBe(true);
  expect(less.areas[0]?.zone).toBe(1);
  expect(
    edited(edited(less, { type: "remove-zone", zone: 1 }), { type: "remove-zone", zone: 0 }).zones,
  ).toEqual(["Standard"]);
});

test("a focal point goes with its row", () => {
  const focal = { type: "focal", focal: { row: 3, halfSeats: 4 } } as const;
  expect(after(focal, { type: "remove-rows", rows: [2] }).focal).toEqual({ row: 3, halfSeats: 4 });
  expect(after(focal, { type: "remove-rows", rows: [3] }).focal).toBeUndefined();
});

test("rows shift sideways together, but not beyond the edge", () => {
  const plan = after({ type: "resize", rows: [0], sizes: [4] }, { type: "shift", rows: [0], by: -3 });
  expect(plan.rows[0]?.indent).toBe(4);
  expect(edited(plan, { type: "shift", rows: [0], by: -99 }).rows[0]?.indent).toBe(0);
  expect(edited(plan, { type: "indent", rows: [0], indent: undefined }).rows[0]?.indent).toBeUndefined();
});

test("a stroke is undone as one, and what changes nothing is no step", () => {
  const stroke = (index: number): HistoryAction => ({
    type: "edit",
    edit: { type: "paint-zone", seats: [idOf(0, index)], zone: 1 },
    stroke: "1",
  });
  const painted = [stroke(0), stroke(1), stroke(1), stroke(2)].reduce(historyReducer, begin(house()));
  expect(painted.past).toHaveLength(1);
  const undone = historyReducer(painted, { type: "undo" });
  expect(undone.present).toEqual(house());
  expect(historyReducer(undone, { type: "redo" }).present).toEqual(painted.present);
  expect(historyReducer(undone, { type: "undo" })).toBe(undone);
});

test("a change after undoing gives up what was undone", () => {
  const add: HistoryAction = { type: "edit", edit: { type: "add-zone" } };
  const one = historyReducer(begin(house()), add);
  const other = historyReducer(historyReducer(one, { type: "undo" }), {
    type: "edit",
    edit: { type: "add-area" },
  });
  expect(other.future).toEqual([]);
  expect(historyReducer(other, { type: "redo" })).toBe(other);
});

test("only so many steps are kept", () => {
  let history = begin(house());
  for (let i = 0; i < 250; i++)
    history = historyReducer(history, { type: "edit", edit: { type: "label", row: 0, label: `R${i}` } });
  expect(history.past).toHaveLength(200);
});

function fail(): never {
  throw new Error("there is a template");
}
