import { expect, it } from "vitest";
import { day, enumOf, flag, id, integer, listOf, text } from "./url";

it("reads texts, also where the router made a number of one", () => {
  expect(text("  two words ")).toBe("two words");
  expect(text(2001)).toBe("2001");
  expect(text("")).toBeUndefined();
  expect(text("   ")).toBeUndefined();
  expect(text({})).toBeUndefined();
  expect(text("x".repeat(500))).toHaveLength(200);
});

it("reads ids, which are longer than numbers are exact", () => {
  expect(id("382970854985695232")).toBe("382970854985695232");
  expect(id(12)).toBe("12");
  for (const wrong of ["", "0", "-1", "1.5", "x", 1.5, null]) expect(id(wrong)).toBeUndefined();
});

it("reads one of the values there are", () => {
  expect(enumOf("price", ["time", "price"])).toBe("price");
  expect(enumOf("toString", ["time", "price"])).toBeUndefined();
  expect(enumOf(undefined, ["time", "price"])).toBeUndefined();
});

it.each([
  [4, 4],
  ["4", 4],
  [0, undefined],
  [11, undefined],
  ["4.5", undefined],
  ["", undefined],
  ["four", undefined],
  [null, undefined],
  [Number.NaN, undefined],
])("of 1 to 10, %j is %s", (value, number) => {
  expect(integer(value, 1, 10)).toBe(number);
});

it("reads switches that are on", () => {
  expect([true, "true", 1, "1"].map(flag)).toEqual([true, true, true, true]);
  expect([false, "false", 0, undefined, "yes"].map(flag)).toEqual(Array(5).fill(undefined));
});

it.each([
  ["2030-12-31", "2030-12-31"],
  ["2030-02-30", undefined],
  ["2030-13-01", undefined],
  ["31.12.2030", undefined],
  [20301231, undefined],
])("the day %s is %s", (value, read) => {
  expect(day(value)).toBe(read);
});

it("reads several values, in their own order and once each", () => {
  expect(listOf(["b", "a", "b", "x"], ["a", "b", "c"])).toEqual(["a", "b"]);
  expect(listOf("c", ["a", "b", "c"])).toEqual(["c"]);
  expect(listOf(["x"], ["a"])).toBeUndefined();
});
