import { describe, expect, it } from "vitest";
import { ageWords } from "./ageWords";
import { tellTrend, trendOf } from "./trend";

const thin = "\u202f";

describe("a trend", () => {
  it("is the part by which a number changed", () => {
    expect(trendOf(112.5, 100, "count", "up")).toEqual({
      direction: "up",
      words: `12.5${thin}%`,
      meaning: "good",
    });
    expect(trendOf(50, 100, "count", "up")).toMatchObject({ direction: "down", meaning: "bad" });
    expect(trendOf(50, 100, "count", "down")?.meaning).toBe("good");
    expect(trendOf(50, 100, "count", "neither")?.meaning).toBe("neutral");
  });

  it("is in points for shares", () => {
    expect(trendOf(0.62, 0.6, "percent", "up")?.words).toBe("2.0 points");
  });

  it("knows what was nothing before, and what stayed", () => {
    expect(trendOf(5, 0, "count", "up")).toMatchObject({ direction: "up", words: "new" });
    expect(trendOf(0, 0, "count", "up")?.direction).toBe("same");
    expect(trendOf(10_000, 10_001, "count", "up")?.direction).toBe("same");
  });

  it("is not made up where a number is missing", () => {
    expect(trendOf(null, 4, "count", "up")).toBeUndefined();
    expect(trendOf(4, undefined, "count", "up")).toBeUndefined();
  });

  it("rises from less than nothing", () => {
    expect(trendOf(-50, -100, "money", "up")).toMatchObject({ direction: "up", meaning: "good" });
  });

  it("is said in words", () => {
    const trend = trendOf(150_000, 100_000, "money", "up");
    expect(trend && tellTrend(trend, 100_000, "money")).toBe(`50.0${thin}% more than €1,000.00 before`);
  });
});

it("ages in the words of a glance", () => {
  expect([0, 1999, 3000, 59_999, 60_000, 7_300_000].map(ageWords)).toEqual([
    "just now",
    "just now",
    "3 s ago",
    "59 s ago",
    "1 min ago",
    "2 h ago",
  ]);
});
