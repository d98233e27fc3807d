import { describe, expect, it } from "vitest";
import { daysFrom, longDay } from "./days";

const now = Date.parse("2030-12-30T22:15:00Z");

describe("daysFrom", () => {
  it("begins today and crosses months and years", () => {
    expect(daysFrom(now, 3).map((day) => [day.date, day.weekday, day.number, day.month])).toEqual([
      ["2030-12-30", "Today", "30", "Dec"],
      ["2030-12-31", "Tue", "31", "Dec"],
      ["2031-01-01", "Wed", "1", "Jan"],
    ]);
  });

  it("takes in the chosen day wherever it is, once", () => {
    expect(daysFrom(now, 2, "2031-03-01").at(-1)?.date).toBe("2031-03-01");
    expect(daysFrom(now, 2, "2030-01-01").at(0)?.date).toBe("2030-01-01");
    expect(daysFrom(now, 2, "2030-12-31")).toHaveLength(2);
  });
});

describe("longDay", () => {
  it("names a day whatever the browser's time zone", () => {
    expect(longDay("2030-12-31")).toBe("Tuesday, December 31");
  });
});
