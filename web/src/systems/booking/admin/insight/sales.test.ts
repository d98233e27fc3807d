import { expect, it } from "vitest";
import { coarseness, grainIn, sourceOf } from "./sales";

it("asks the rollup that knows what is filtered and told apart", () => {
  expect(sourceOf({})?.rollup).toBe("analytics_daily_revenue");
  expect(sourceOf({ theater: "5" })?.rollup).toBe("analytics_daily_revenue");
  expect(sourceOf({ movie: "7" })?.rollup).toBe("analytics_movie_performance");
  expect(sourceOf({ movie: undefined }, "genre")?.rollup).toBe("analytics_movie_performance");
  expect(sourceOf({ theater: "5" }, "movie")?.rollup).toBe("analytics_theater_movies");
  expect(sourceOf({ theater: "5", movie: "7" })?.rollup).toBe("analytics_theater_movies");
});

it("knows when nobody can answer", () => {
  expect(sourceOf({ theater: "5" }, "genre")).toBeUndefined();
  expect(sourceOf({ theater: "5", genre: "1" })).toBeUndefined();
});

it("asks for months where there are only months, and says so", () => {
  const [fine, coarse] = [sourceOf({}), sourceOf({ theater: "5", movie: "7" })];
  expect(fine && grainIn(fine, "day")).toBe("day");
  expect(coarse && grainIn(coarse, "day")).toBe("month");
  expect(coarseness(fine)).toBeUndefined();
  expect(coarseness(coarse)).toContain("months");
  // What it does not count is not asked of it.
  expect(coarse?.columns.conversion).toBeUndefined();
});
