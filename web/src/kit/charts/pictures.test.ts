import { describe, expect, it } from "vitest";
import { barPicture } from "./barPicture";
import { type ForecastData, forecastPicture } from "./forecastPicture";
import { heatmapPicture } from "./heatmapPicture";
import { lookOf } from "./look";
import { piePicture } from "./piePicture";
import { scatterPicture, trendOf } from "./scatterPicture";
import type { TimesData } from "./TimesData";
import { timesPicture } from "./timesPicture";

const at = (text: string) => new Date(text).getTime();
const look = lookOf("light");
const space = { width: 600, height: 240 };
const thin = "\u202f";

const times: TimesData = {
  begins: [at("2026-11-20"), at("2026-11-21"), at("2026-11-22")],
  grain: "day",
  unit: "money",
  series: [
    { name: "Revenue", values: [120_000, null, 340_000] },
    { name: "Before", values: [1, 2, 3], isPrevious: true },
  ],
};

interface Series {
  data: (number | "-" | { value: number | "-"; itemStyle: { opacity: number } })[];
  lineStyle: { type: string };
  endLabel?: unknown;
  markLine?: { data: unknown[] };
}

const seriesOf = (option: { series?: unknown }) => option.series as Series[];
const valueAxisOf = (option: { yAxis?: unknown }) => option.yAxis as { max?: number; scale?: boolean };

describe("values over time", () => {
  const picture = timesPicture(times, { kind: "line" });

  it("are told in a sentence", () => {
    expect(picture.summary).toBe(
      "3 days, Fri, Nov 20, 2026 to Sun, Nov 22, 2026. " +
        "Revenue: lowest €1,200.00 (Fri, Nov 20, 2026), highest €3,400.00 (Sun, Nov 22, 2026), last €3,400.00. " +
        "Before: lowest €0.01 (Fri, Nov 20, 2026), highest €0.03 (Sun, Nov 22, 2026), last €0.03.",
    );
  });

  it("are a table, with a dash where nothing is known", () => {
    expect(picture.table.columns.map((each) => each.label)).toEqual(["Day", "Revenue", "Before"]);
    expect(picture.table.rows[1]?.cells).toEqual(["Sat, Nov 21, 2026", "–", "€0.02"]);
  });

  it("have a gap where nothing is known, and the time before is dashed", () => {
    const [now, before] = seriesOf(picture.option(look, space));
    expect(now?.data).toEqual([120_000, "-", 340_000]);
    expect(now?.lineStyle.type).toBe("solid");
    expect(before?.lineStyle.type).toBe("dashed");
  });

  it("have the best on top where they are ranks", () => {
    const ranks: TimesData = { ...times, unit: "count", series: [{ name: "Rank", values: [120, 80, 95] }] };
    const axisOf = (isRank: boolean) =>
      timesPicture(ranks, { kind: "line", isRank }).option(look, space).yAxis as {
        inverse: boolean;
        scale: boolean;
      };
    expect(axisOf(true)).toMatchObject({ inverse: true, scale: true });
    expect(axisOf(false)).toMatchObject({ inverse: false, scale: false });
  });

  it("are named at their ends up to four, in a legend where there are more or no room is", () => {
    expect(seriesOf(picture.option(look, space))[0]?.endLabel).toBeDefined();
    expect(picture.legend?.(look, space)).toEqual([]);
    expect(seriesOf(picture.option(look, { ...space, width: 300 }))[0]?.endLabel).toBeUndefined();
    expect(picture.legend?.(look, { ...space, width: 300 })?.map((each) => each.name)).toEqual([
      "Revenue",
      "Before",
    ]);
    const five = Array.from({ length: 5 }, (_, i) => ({ name: `S${i}`, values: [1, 2, 3] }));
    const many = timesPicture({ ...times, series: five }, { kind: "line" });
    expect(many.legend?.(look, space)).toHaveLength(5);
    expect(new Set(many.legend?.(look, space).map((each) => each.color)).size).toBe(5);
  });

  it("begin at zero unless told otherwise, and columns and areas always do", () => {
    const scaleOf = (kind: "line" | "area" | "columns", isZoomed: boolean) =>
      valueAxisOf(timesPicture(times, { kind, isZoomed }).option(look, space)).scale;
    expect(scaleOf("line", false)).toBe(false);
    expect(scaleOf("line", true)).toBe(true);
    expect(scaleOf("columns", true)).toBe(false);
    expect(scaleOf("area", true)).toBe(false);
  });

  it("keep a target in sight that lies above all values", () => {
    const target = { value: 500_000, label: "Target", meaning: "good" as const };
    const option = timesPicture({ ...times, targets: [target] }, { kind: "line" }).option(look, space);
    expect(valueAxisOf(option).max).toBeGreaterThan(500_000);
    expect(seriesOf(option)[0]?.markLine?.data).toHaveLength(1);
  });

  it("are paler where a column is still growing", () => {
    const option = timesPicture({ ...times, isOpen: true }, { kind: "columns" }).option(look, space);
    const opacities = seriesOf(option)[0]?.data.map(
      (each) => typeof each === "object" && each.itemStyle.opacity,
    );
    expect(opacities).toEqual([1, 1, 0.5]);
  });

  it("say what stood out", () => {
    const marks = [{ index: 2, series: 0, text: "three times as much as usual" }];
    const marked = timesPicture({ ...times, marks }, { kind: "line" });
    expect(marked.summary).toContain("Sun, Nov 22, 2026: three times as much as usual.");
  });

  it("are empty when nothing is known", () => {
    const none = { ...times, series: [{ name: "Revenue", values: [null, null, undefined] }] };
    expect(timesPicture(none, { kind: "line" }).isEmpty).toBe(true);
    expect(picture.isEmpty).toBe(false);
    const zero = { ...times, series: [{ name: "Revenue", values: [0, 0, 0] }] };
    expect(timesPicture(zero, { kind: "line" }).isEmpty).toBe(false);
  });

  it("have the system's hue when they are alone, and the palette's when not", () => {
    const pink = lookOf("light", 350);
    expect(pink.only).toMatch(/^#[0-9a-f]{6}$/);
    expect(pink.only).not.toBe(look.only);
    const alone = timesPicture({ ...times, series: times.series.slice(0, 1) }, { kind: "line" });
    const [line] = alone.option(pink, space).series as { itemStyle: { color: string } }[];
    expect(line?.itemStyle.color).toBe(pink.only);
  });
});

describe("a forecast", () => {
  const data: ForecastData = {
    grain: "day",
    unit: "count",
    past: [
      { begin: at("2026-11-21"), value: 10 },
      { begin: at("2026-11-22"), value: 12 },
    ],
    expected: [
      { begin: at("2026-11-23"), value: 11, low: 8, high: 15 },
      { begin: at("2026-11-24"), value: 13, low: 9, high: 18 },
    ],
    confidence: 0.8,
  };
  const picture = forecastPicture(data);

  it("goes on where the measured line ends, dashed, in its band", () => {
    const [past, expected, low, band] = seriesOf(picture.option(look, space));
    expect(past?.data).toEqual([10, 12, "-", "-"]);
    expect(expected?.data).toEqual(["-", 12, 11, 13]);
    expect(expected?.lineStyle.type).toBe("dashed");
    expect(low?.data).toEqual(["-", "-", 8, 9]);
    expect(band?.data).toEqual(["-", "-", 7, 9]);
    expect(past?.markLine?.data).toMatchObject([{ xAxis: 2 }]);
  });

  it("is told with its bounds, and without one that is said", () => {
    expect(picture.summary).toContain("Last measured 12.");
    expect(picture.summary).toContain("likely between 9 and 18");
    expect(forecastPicture({ ...data, expected: [] }).summary).toBe("No forecast yet.");
  });

  it("begins at once when nothing was measured", () => {
    const [, expected] = seriesOf(forecastPicture({ ...data, past: [] }).option(look, space));
    expect(expected?.data).toEqual([11, 13]);
  });
});

describe("things side by side", () => {
  const item = (name: string, value: number) => ({ key: name, name, values: [value] });

  it("stand while names are short, and lie when not", () => {
    const axisOf = (names: string[]) => {
      const picture = barPicture({
        of: "Film",
        series: ["Seats"],
        unit: "count",
        items: names.map((n) => item(n, 1)),
      });
      return (picture.option(look, space).xAxis as { type: string }).type;
    };
    expect(axisOf(["Heat", "Ran"])).toBe("category");
    expect(axisOf(["Heat", "The Good, the Bad and the Ugly"])).toBe("value");
  });

  it("are told the first first", () => {
    const items = [item("Ran", 4), item("Heat", 9), item("Alien", 1), item("Dune", 3)];
    const picture = barPicture({ of: "Film", series: ["Seats"], unit: "count", items });
    expect(picture.summary).toBe("4 in all. First: Heat 9, Ran 4, Dune 3.");
    expect(picture.keyAt?.({ series: 0, index: 1 })).toBe("Heat");
  });
});

it("a ring tells the shares, the table all of its parts", () => {
  const parts = Array.from({ length: 9 }, (_, i) => ({ key: `${i}`, name: `P${i}`, value: 10 - i }));
  const picture = piePicture({ of: "Part", measure: "Seats", parts, unit: "count" });
  expect(picture.summary).toMatch(/^Seats 54 in all: P0 18\.5.%.*Other 16\.7.%\.$/);
  expect(picture.table.rows).toHaveLength(9);
  expect(picture.table.rows[0]?.cells).toEqual(["P0", "10", `18.5${thin}%`]);
  // "Other" leads nowhere.
  expect(picture.keyAt?.({ series: 0, index: 0 })).toBe("0");
  expect(picture.keyAt?.({ series: 0, index: 6 })).toBeUndefined();
});

it("a grid tells its highest and lowest, and leaves out what is not known", () => {
  const picture = heatmapPicture({
    of: "Day",
    measure: "Bookings",
    unit: "count",
    rows: ["Mon", "Tue"],
    columns: ["10:00", "11:00"],
    values: [
      [3, null],
      [0, 9],
    ],
  });
  expect(picture.summary).toBe("Highest Tue 11:00 with 9, lowest Tue 10:00 with 0.");
  expect(picture.table.rows[0]?.cells).toEqual(["Mon", "3", "–"]);
  expect(seriesOf(picture.option(look, space))[0]?.data).toEqual([
    [0, 0, 3],
    [0, 1, 0],
    [1, 1, 9],
  ]);
});

describe("two measures", () => {
  it("have the line of least squares", () => {
    const trend = trendOf([
      { x: 0, y: 1 },
      { x: 1, y: 3 },
      { x: 2, y: 5 },
    ]);
    expect(trend).toMatchObject({ slope: 2, start: 1 });
    expect(trend?.correlation).toBeCloseTo(1);
    expect(trendOf([{ x: 1, y: 1 }])).toBeUndefined();
    expect(
      trendOf([
        { x: 1, y: 1 },
        { x: 1, y: 2 },
      ]),
    ).toBeUndefined();
  });

  it("are told with how far they go together", () => {
    const points = [1, 2, 3].map((x) => ({ name: `${x}`, x, y: -x }));
    const axis = (name: string) => ({ name, unit: "count" as const });
    const picture = scatterPicture({
      of: "Film",
      x: axis("Price"),
      y: axis("Seats"),
      points,
      hasTrend: true,
    });
    expect(picture.summary).toBe(
      "3 by price and seats. Seats strongly falls with price (correlation -1.00).",
    );
  });
});
