import { baseOption, gridOf, timeAxis, valueAxis } from "./axes";
import { endOffsets } from "./endOffsets";
import type { ChartLook } from "./look";
import type { ChartOption } from "./option";
import type { ChartSpace, ChartTable, LegendEntry, Picture } from "./Picture";
import { tellTimes } from "./summary";
import { highestOf, type TimesData, type TimesSeries } from "./TimesData";
import { bucketName } from "./times";
import { columns, line, seriesColor, type TimesWay } from "./timesSeries";
import { type Tip, tooltipOf } from "./tooltip";
import { exact, type Value } from "./unit";

/** Up to this many series are named at their ends, more in a legend. */
const mostNamed = 4;
/** The narrowest chart with names beside the lines, in pixels. */
const nameFrom = 460;
/** What the labels below the drawing take of its height, and the room above it. */
const axisHeight = 40;

/** Lines, areas or columns over time. */
export function timesPicture(data: TimesData, way: TimesWay): Picture {
  const { begins, grain, series, unit, currency, marks = [] } = data;
  const say = (value: Value) => exact(value, unit, currency);
  const isEmpty = series.every((each) => each.values.every((value) => value == null));
  const told = tellTimes(data, series);
  const noted = marks.map(({ index, text }) => ` ${bucketName(begins[index] ?? 0, grain)}: ${text}.`);
  return {
    isEmpty: isEmpty || begins.length === 0,
    summary: told + noted.join(""),
    table: tableOf(data, say),
    keyAt: ({ index }) => begins[index]?.toString(),
    legend: (look, space) => (isNamed(data, way, space) ? [] : legendOf(look, series)),
    option: (look, space) => optionOf(data, way, look, space),
  };
}

function optionOf(data: TimesData, way: TimesWay, look: ChartLook, space: ChartSpace): ChartOption {
  const { begins, grain, series, unit, currency, targets = [] } = data;
  const named = isNamed(data, way, space);
  const longest = Math.max(...series.map((each) => each.name.length));
  const isRank = way.isRank === true;
  const isZoomed = (way.isZoomed === true && way.kind === "line") || isRank;
  const time = timeAxis(look, begins, grain, space.width);
  const place = { data, way, look };
  const offsets = named ? endOffsets(data, space.height - axisHeight, isZoomed) : [];
  return {
    ...baseOption(look),
    grid: gridOf(named ? Math.min(140, 20 + longest * 6.6) : 12),
    xAxis: {
      ...time,
      axisLine: { ...time.axisLine, onZero: false },
      position: "bottom",
      boundaryGap: way.kind === "columns",
    },
    yAxis: {
      ...valueAxis(look, { unit, currency, targets, isZoomed, highest: highestOf(series, way.isStacked) }),
      inverse: isRank,
    },
    tooltip: tooltipOf(look, "axis", (index) => tipOf(data, look, index)),
    series: series.map((each, index) => {
      const shared = { name: each.name, data: each.values.map((value) => value ?? "-") };
      return way.kind === "columns"
        ? columns(shared, index, place)
        : line(shared, index, { ...place, nameOffset: offsets[index] });
    }),
  };
}

function tipOf(data: TimesData, look: ChartLook, index: number): Tip | undefined {
  const { begins, grain, series, unit, currency, marks = [], isOpen = false } = data;
  const begin = begins[index];
  if (begin === undefined) return undefined;
  const note = marks.filter((mark) => mark.index === index).map((mark) => mark.text);
  if (isOpen && index === begins.length - 1) note.push(`This ${grain} is still running`);
  return {
    title: bucketName(begin, grain),
    lines: series.map((each, at) => ({
      name: each.name,
      value: exact(each.values[index], unit, currency),
      color: seriesColor(look, series, at),
    })),
    note: note.length === 0 ? undefined : note.join(". "),
  };
}

function tableOf({ begins, grain, series }: TimesData, say: (value: Value) => string): ChartTable {
  const word = grain.charAt(0).toUpperCase() + grain.slice(1);
  return {
    columns: [{ label: word }, ...series.map(({ name }) => ({ label: name, align: "end" as const }))],
    rows: begins.map((begin, index) => ({
      cells: [bucketName(begin, grain), ...series.map((each) => say(each.values[index]))],
      key: String(begin),
    })),
  };
}

function isNamed({ series }: TimesData, way: TimesWay, space: ChartSpace): boolean {
  if (series.length === 1) return false;
  return way.kind !== "columns" && !way.isStacked && series.length <= mostNamed && space.width >= nameFrom;
}

function legendOf(look: ChartLook, series: readonly TimesSeries[]): readonly LegendEntry[] {
  if (series.length < 2) return [];
  return series.map(({ name, isPrevious = false }, index) => ({
    name,
    color: seriesColor(look, series, index),
    isDashed: isPrevious,
  }));
}
