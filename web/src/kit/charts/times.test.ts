import { describe, expect, it } from "vitest";
import { bucketName, bucketOf, bucketsOf, tickLabels } from "./times";

const at = (text: string) => new Date(text).getTime();
const days = (from: string, count: number) => bucketsOf(at(from), at(from) + count * 86_400_000, "day");
const labels = (begins: number[], grain: "hour" | "day" | "week" | "month", most: number) => [
  ...tickLabels(begins, grain, most).values(),
];

describe("buckets", () => {
  it("begin where calendars do", () => {
    const moment = at("2026-11-22T17:45:12Z");
    expect(bucketOf(moment, "hour")).toBe(at("2026-11-22T17:00:00Z"));
    expect(bucketOf(moment, "day")).toBe(at("2026-11-22"));
    expect(bucketOf(moment, "week")).toBe(at("2026-11-16"));
    expect(bucketOf(moment, "month")).toBe(at("2026-11-01"));
    expect(bucketOf(at("2026-11-23"), "week")).toBe(at("2026-11-23"));
    // Before 1970 days are negative, and Mondays are Mondays still.
    expect(bucketOf(at("1969-12-31"), "week")).toBe(at("1969-12-29"));
  });

  it("follow each other without gaps, also over the ends of months and years", () => {
    expect(bucketsOf(at("2026-11-15"), at("2027-02-01"), "month")).toEqual(
      ["2026-11-01", "2026-12-01", "2027-01-01"].map(at),
    );
    expect(bucketsOf(at("2026-11-22T10:30:00Z"), at("2026-11-22T12:00:00Z"), "hour")).toHaveLength(2);
    expect(bucketsOf(at("2026-11-22"), at("2026-11-22"), "day")).toEqual([]);
  });

  it("are never more than can be looked at", () => {
    expect(bucketsOf(0, at("2026-01-01"), "hour", 100)).toHaveLength(100);
  });

  it("have names", () => {
    expect(bucketName(at("2026-11-22T17:00:00Z"), "hour")).toBe("Sun, Nov 22, 17:00");
    expect(bucketName(at("2026-11-22"), "day")).toBe("Sun, Nov 22, 2026");
    expect(bucketName(at("2026-11-30"), "week")).toBe("Nov 30 to Dec 6, 2026");
    expect(bucketName(at("2026-11-01"), "month")).toBe("November 2026");
  });
});

describe("the labels of a time axis", () => {
  it("are all there when there is room", () => {
    expect(labels(days("2026-11-20", 3), "day", 5)).toEqual(["Nov 20", "Nov 21", "Nov 22"]);
  });

  it("stand at Mondays, then at the first of months, then of years", () => {
    expect(labels(days("2026-11-01", 28), "day", 5)).toEqual(["Nov 2", "Nov 9", "Nov 16", "Nov 23"]);
    expect(labels(days("2026-09-15", 90), "day", 5)).toEqual(["Oct 1", "Nov 1", "Dec 1"]);
    const months = bucketsOf(at("2024-03-01"), at("2026-11-01"), "month");
    expect(labels(months, "month", 4)).toEqual(["2025", "2026"]);
  });

  it("name days at midnight and hours between", () => {
    const hours = bucketsOf(at("2026-11-22T18:00:00Z"), at("2026-11-23T07:00:00Z"), "hour");
    expect(labels(hours, "hour", 5)).toEqual(["18:00", "21:00", "Nov 23", "03:00", "06:00"]);
  });

  it("are never more than there is room for", () => {
    for (const count of [1, 7, 30, 90, 400, 1500]) {
      for (const most of [2, 4, 9]) {
        expect(labels(days("2023-01-05", count), "day", most).length).toBeLessThanOrEqual(most);
      }
    }
  });
});
