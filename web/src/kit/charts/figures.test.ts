import { describe, expect, it } from "vitest";
import { ceiling } from "./drawLive";
import { funnelSteps } from "./funnel";
import { arcPath, meaningOf, pointAt } from "./gauge";
import { binsOf, histogramPicture } from "./histogram";
import { LiveSeries } from "./LiveSeries";
import { slicesOf } from "./slices";
import { sparkPath } from "./sparkline";
import { sizeWords } from "./wordCloud";

describe("bins", () => {
  it("have round bounds and hold every value once", () => {
    const values = [3, 7, 12, 18, 18, 41, 99];
    const bins = binsOf(values, 10);
    expect(bins[0]).toMatchObject({ from: 0, to: 10, count: 2 });
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(values.length);
    expect(bins.length).toBeLessThanOrEqual(11);
    for (const [i, bin] of bins.entries()) if (i > 0) expect(bin.from).toBe(bins[i - 1]?.to);
  });

  it("are one when all values are the same, and none without values", () => {
    expect(binsOf([5, 5, 5])).toEqual([{ from: 5, to: 6, count: 3 }]);
    expect(binsOf([])).toEqual([]);
  });

  it("are told by the fullest", () => {
    const bins = [
      { from: 0, to: 10, count: 1 },
      { from: 10, to: 20, count: 3 },
    ];
    const picture = histogramPicture({ of: "Seats", counted: "bookings", bins, unit: "count" });
    expect(picture.summary).toMatch(/^4 bookings\. Most \(75\.0.%\) between 10 to 20\.$/);
  });
});

describe("slices", () => {
  const parts = (count: number) => Array.from({ length: count }, (_, i) => ({ name: `P${i}`, value: i + 1 }));

  it("are the six largest and the rest together", () => {
    const slices = slicesOf(parts(10));
    expect(slices.map((each) => each.name)).toEqual(["P9", "P8", "P7", "P6", "P5", "P4", "Other"]);
    expect(slices.at(-1)).toMatchObject({ value: 10, holds: 4 });
    expect(slices.reduce((sum, each) => sum + each.share, 0)).toBeCloseTo(1);
  });

  it("never hide a single one behind Other", () => {
    expect(slicesOf(parts(7)).map((each) => each.name)).not.toContain("Other");
  });

  it("leave out what is nothing or less", () => {
    expect(
      slicesOf([
        { name: "a", value: 0 },
        { name: "b", value: -4 },
      ]),
    ).toEqual([]);
  });
});

it("a funnel tells which part goes on", () => {
  const steps = funnelSteps([
    { name: "Held", value: 200 },
    { name: "Paid", value: 150 },
    { name: "Came", value: null },
  ]);
  expect(steps.map((step) => step.ofBefore)).toEqual([undefined, 0.75, undefined]);
  expect(steps.map((step) => step.ofFirst)).toEqual([1, 0.75, undefined]);
  expect(
    funnelSteps([
      { name: "Held", value: 0 },
      { name: "Paid", value: 0 },
    ])[1]?.ofBefore,
  ).toBeUndefined();
});

describe("a gauge", () => {
  it("means what the last band says that begins below", () => {
    const bands = [
      { from: 0, meaning: "bad" },
      { from: 0.9, meaning: "good" },
      { from: 0.8, meaning: "warning" },
    ] as const;
    expect(meaningOf(0.85, bands)).toBe("warning");
    expect(meaningOf(0.9, bands)).toBe("good");
    expect(meaningOf(-1, bands)).toBeUndefined();
  });

  it("goes from left over the top to the right, and no further", () => {
    expect(pointAt(0, 80)).toEqual([20, 100]);
    expect(pointAt(0.5, 80)).toEqual([100, 20]);
    expect(pointAt(7, 80)).toEqual([180, 100]);
    expect(arcPath(0, 1, 80)).toBe("M 20 100 A 80 80 0 0 1 180 100");
  });
});

describe("words", () => {
  it("are sized by the root of their counts and stand in the alphabet's order", () => {
    const sized = sizeWords([
      { text: "night", count: 100 },
      { text: "dark", count: 4 },
      { text: "rain", count: 36 },
    ]);
    expect(sized.map((word) => word.text)).toEqual(["dark", "night", "rain"]);
    expect(sized.map((word) => word.size)).toEqual([12, 40, 26]);
  });

  it("are bounded to the most common", () => {
    const words = Array.from({ length: 100 }, (_, i) => ({ text: `w${i}`, count: i }));
    const sized = sizeWords(words, 10);
    expect(sized).toHaveLength(10);
    expect(Math.min(...sized.map((word) => word.count))).toBe(90);
  });
});

it("a spark line has a gap where nothing is known, and none for a single value", () => {
  expect(sparkPath([0, 10])).toBe("M0.0 23.0L100.0 1.0");
  expect(sparkPath([1, null, 2])).toMatch(/^M[\d.]+ [\d.]+M[\d.]+ [\d.]+$/);
  expect(sparkPath([null, 4])).toBe("");
});

describe("a live series", () => {
  it("keeps the newest, in order", () => {
    const series = new LiveSeries(3);
    expect(series.last).toBeUndefined();
    for (let i = 1; i <= 5; i++) series.add(i * 1000, i);
    expect(series.count).toBe(3);
    expect(series.last).toEqual({ at: 5000, value: 5 });
    expect(series.points().map((point) => point.value)).toEqual([3, 4, 5]);
    expect(series.version).toBe(5);
  });

  it("is scaled to the next round number", () => {
    expect([0, 1, 1.5, 4, 7, 10, 11, 900].map(ceiling)).toEqual([1, 1, 2, 5, 10, 10, 20, 1000]);
  });
});
