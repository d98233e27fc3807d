import { expect, it } from "vitest";
import type { Column } from "./Column";
import { layoutOf } from "./tableLayout";

const column = (id: string, width: string, from?: number): Column<string> => ({
  id,
  header: id,
  width,
  cell: (row) => row,
  ...(from === undefined ? {} : { from }),
});
const columns = [
  column("name", "minmax(180px, 2fr)"),
  column("state", "120px"),
  column("error", "minmax(200px, 3fr)", 900),
];
const idsOf = (px: number, isPhone = false) => layoutOf(columns, px, isPhone).columns.map(({ id }) => id);

it("leaves out what there is no room for", () => {
  expect(idsOf(1000)).toEqual(["name", "state", "error"]);
  expect(idsOf(800)).toEqual(["name", "state"]);
  expect(layoutOf(columns, 800, true)).toMatchObject({
    template: "minmax(180px, 2fr) 120px",
    width: undefined,
  });
});

it("leaves out more where what is left would not fit, those first that want the most room", () => {
  const wide = [...columns, column("offset", "600px", 700)];
  expect(layoutOf(wide, 1000, false).columns.map(({ id }) => id)).toEqual(["name", "state", "offset"]);
  expect(layoutOf(wide, 950, false).columns.map(({ id }) => id)).toEqual(["name", "state"]);
});

it("shows all on a phone, as wide as they need to be", () => {
  const layout = layoutOf(columns, 358, true);
  expect(layout.columns).toBe(columns);
  expect(layout.template).toBe("148px 120px 200px");
  expect(layout.width).toBe(148 + 120 + 200 + 2 * 16 + 32);
});

it("does not scroll what fits, nor what may not", () => {
  expect(layoutOf(columns.slice(0, 1), 358, true).width).toBeUndefined();
  expect(layoutOf(columns, 358, false)).toMatchObject({ width: undefined });
});

it("shows all while the width is not known", () => {
  expect(layoutOf(columns, 0, true)).toMatchObject({ columns, width: undefined });
});
