import { baseOption, gridOf, valueAxis } from "./axes";
import { type ChartLook, colorOf } from "./look";
import type { Picture } from "./Picture";
import { tooltipOf } from "./tooltip";
import { exact, type Unit } from "./unit";

/** One of two measures. */
export interface ScatterAxis {
  readonly name: string;
  readonly unit: Unit;
  readonly currency?: string;
  /** Whether it begins at 0, so that how even values are can be seen. */
  readonly isFromZero?: boolean;
}

export interface ScatterPoint {
  readonly key?: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Which group it belongs to, for its colour. */
  readonly group?: string;
}

/** Two measures of many things. */
export interface ScatterData {
  readonly of: string;
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  readonly points: readonly ScatterPoint[];
  /** Whether the line is drawn that fits best. */
  readonly hasTrend?: boolean;
}

interface Trend {
  readonly slope: number;
  readonly start: number;
  /** From -1 to 1; Pearson's. */
  readonly correlation: number;
}

/** The straight line with the least squares; undefined where all points have the same x. */
export function trendOf(points: readonly { readonly x: number; readonly y: number }[]): Trend | undefined {
  const n = points.length;
  if (n < 2) return undefined;
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / n;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / n;
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y } of points) {
    xx += (x - meanX) ** 2;
    xy += (x - meanX) * (y - meanY);
    yy += (y - meanY) ** 2;
  }
  if (xx === 0) return undefined;
  const slope = xy / xx;
  return { slope, start: meanY - slope * meanX, correlation: yy === 0 ? 0 : xy / Math.sqrt(xx * yy) };
}

export function scatterPicture(data: ScatterData): Picture {
  const { of, x, y, points } = data;
  const groups = [...new Set(points.map((point) => point.group ?? ""))];
  const trend = data.hasTrend ? trendOf(points) : undefined;
  const sayX = (value: number) => exact(value, x.unit, x.currency);
  const sayY = (value: number) => exact(value, y.unit, y.currency);
  // Series by series, as the drawing counts them.
  const byGroup = groups.map((group) => points.filter((point) => (point.group ?? "") === group));
  return {
    isEmpty: points.length === 0,
    summary: `${points.length} by ${x.name.toLowerCase()} and ${y.name.toLowerCase()}.${tellTrend(trend, x, y)}`,
    table: {
      columns: [{ label: of }, { label: x.name, align: "end" }, { label: y.name, align: "end" }],
      rows: points.map(({ key, name, x: at, y: high }) => ({
        cells: [name, sayX(at), sayY(high)],
        ...(key === undefined ? {} : { key }),
      })),
    },
    keyAt: ({ series, index }) => byGroup[series]?.[index]?.key,
    legend: (look) =>
      groups.length < 2 ? [] : groups.map((name, at) => ({ name, color: colorOf(look, at, groups.length) })),
    option: (look) => ({
      ...baseOption(look),
      grid: { ...gridOf(16, 28), bottom: 24 },
      xAxis: {
        ...valueAxis(look, { ...x, highest: most(points, "x"), isZoomed: x.isFromZero !== true }),
        ...named(look, x.name, "middle"),
      },
      yAxis: {
        ...valueAxis(look, { ...y, highest: most(points, "y"), isZoomed: y.isFromZero !== true }),
        ...named(look, y.name, "end"),
      },
      tooltip: tooltipOf(look, "item", (index, series) => {
        const point = byGroup[series]?.[index];
        if (point === undefined) return undefined;
        const lines = [
          { name: x.name, value: sayX(point.x) },
          { name: y.name, value: sayY(point.y) },
        ];
        return { title: point.name, lines, note: point.group };
      }),
      series: byGroup.map((group, at) => ({
        id: `points ${at}`,
        type: "scatter",
        symbolSize: 9,
        itemStyle: { color: colorOf(look, at, groups.length), opacity: 0.75 },
        data: group.map((point) => [point.x, point.y]),
        ...(at === 0 && trend !== undefined ? { markLine: trendLine(look, trend, points) } : {}),
      })),
    }),
  };
}

function most(points: readonly ScatterPoint[], axis: "x" | "y"): number {
  return points.reduce((highest, point) => Math.max(highest, point[axis]), 0);
}

function named(look: ChartLook, name: string, place: "middle" | "end") {
  const align = place === "end" ? { align: "left" as const, padding: [0, 0, 0, -24] } : {};
  return {
    name,
    nameLocation: place,
    nameGap: place === "middle" ? 26 : 12,
    nameTextStyle: { color: look.palette.textDim, ...align },
  };
}

function trendLine(look: ChartLook, { slope, start }: Trend, points: readonly ScatterPoint[]) {
  const xs = points.map((point) => point.x);
  const ends = [Math.min(...xs), Math.max(...xs)] as const;
  const at = (x: number) => ({ coord: [x, start + slope * x] });
  return {
    silent: true,
    symbol: "none",
    animation: false,
    label: { show: false },
    lineStyle: { color: look.palette.textDim, type: "dashed" as const },
    data: [[at(ends[0]), at(ends[1])] as [{ coord: number[] }, { coord: number[] }]],
  };
}

function tellTrend(trend: Trend | undefined, x: ScatterAxis, y: ScatterAxis): string {
  if (trend === undefined) return "";
  const strength = Math.abs(trend.correlation);
  const words =
    strength < 0.2 ? "hardly" : strength < 0.5 ? "weakly" : strength < 0.8 ? "clearly" : "strongly";
  const direction = trend.correlation < 0 ? "falls" : "rises";
  return ` ${y.name} ${words} ${direction} with ${x.name.toLowerCase()} (correlation ${trend.correlation.toFixed(2)}).`;
}
