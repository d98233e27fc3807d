import { describe, expect, it } from "vitest";
import {
  comparedWith,
  daysOf,
  grainOf,
  grainsFor,
  type Period,
  periodName,
  periodOf,
  readRange,
} from "./range";

const now = new Date("2026-11-22T17:45:00Z").getTime();
const days = (period: Period) => Object.values(daysOf(period));
const dayMs = 86_400_000;

describe("the URL", () => {
  it("says nothing of what is usual or makes no sense", () => {
    const none = { range: undefined, from: undefined, to: undefined, compare: undefined, by: undefined };
    expect(readRange({})).toEqual(none);
    expect(readRange({ range: "30d", compare: "x", by: "year", from: "2026-02-30" })).toEqual(none);
    expect(readRange({ from: "2026-03-02", to: "2026-03-01" })).toEqual(none);
  });

  it("has days of one's own before a preset", () => {
    expect(readRange({ range: "7d", from: "2026-03-01", to: "2026-03-02" })).toMatchObject({
      range: undefined,
      from: "2026-03-01",
      to: "2026-03-02",
    });
  });
});

describe("a period", () => {
  it.each([
    [{}, ["2026-10-24", "2026-11-22"]],
    [{ range: "today" }, ["2026-11-22", "2026-11-22"]],
    [{ range: "7d" }, ["2026-11-16", "2026-11-22"]],
    [{ range: "month" }, ["2026-11-01", "2026-11-22"]],
    [{ range: "last-month" }, ["2026-10-01", "2026-10-31"]],
    [{ range: "6m" }, ["2026-06-01", "2026-11-22"]],
    [{ range: "12m" }, ["2025-12-01", "2026-11-22"]],
    [{ range: "season" }, ["2026-10-01", "2026-11-22"]],
    [{ from: "2026-03-01", to: "2026-03-02" }, ["2026-03-01", "2026-03-02"]],
  ] as const)("of %o", (search, expected) => {
    expect(days(periodOf(search, now))).toEqual(expected);
  });

  it("is compared with as long a time directly before, or 52 weeks before on the same weekdays", () => {
    const period = periodOf({ range: "7d" }, now);
    const before = comparedWith(period, "previous");
    expect(before && days(before)).toEqual(["2026-11-09", "2026-11-15"]);
    const year = comparedWith(period, "year");
    expect(year && days(year)).toEqual(["2025-11-17", "2025-11-23"]);
    expect(new Date(year?.from ?? 0).getUTCDay()).toBe(new Date(period.from).getUTCDay());
    expect(comparedWith(period, undefined)).toBeUndefined();
    // October has 31 days, September 30.
    const month = comparedWith(periodOf({ range: "last-month" }, now), "previous");
    expect(month && days(month)).toEqual(["2026-09-01", "2026-09-30"]);
  });

  it("has a name", () => {
    expect(periodName(periodOf({ range: "7d" }, now))).toBe("Nov 16, 2026 to Nov 22, 2026");
    expect(periodName(periodOf({ range: "today" }, now))).toBe("Nov 22, 2026");
  });
});

describe("steps", () => {
  const of = (count: number): Period => ({ from: 0, to: count * dayMs });

  it("are such that a chart has something to show", () => {
    expect([1, 2, 7, 30, 120, 121, 400, 800].map((count) => grainOf(of(count)))).toEqual([
      "hour",
      "hour",
      "day",
      "day",
      "day",
      "week",
      "week",
      "month",
    ]);
  });

  it("are those wanted where they fit, and otherwise those that do", () => {
    expect(grainOf(of(30), "week")).toBe("week");
    expect(grainOf(of(30), "hour")).toBe("day");
    expect(grainsFor(of(1))).toEqual(["hour"]);
    expect(grainsFor(of(30))).toEqual(["day", "week"]);
    expect(grainsFor(of(180))).toEqual(["day", "week", "month"]);
  });
});
