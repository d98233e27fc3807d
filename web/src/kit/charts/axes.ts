import type { GridComponentOption } from "echarts/components";
import { type ChartLook, chartFont } from "./look";
import type { ChartOption } from "./option";
import { type Grain, tickLabels } from "./times";
import { compact, type Unit } from "./unit";

/** Room for one label under a time axis, in pixels. */
const tickRoom = 72;

/** A value that is to be reached or not to be passed; drawn, so that good and bad are seen before a number is read. */
export interface Target {
  readonly value: number;
  readonly label: string;
  readonly meaning: "good" | "warning" | "bad";
}

/** What all charts have in common. Things appear at once, and move when their numbers change. */
export function baseOption(look: ChartLook): ChartOption {
  return {
    textStyle: { fontFamily: chartFont, fontSize: 12, color: look.palette.textDim },
    animation: !look.isStill,
    animationDuration: 0,
    animationDurationUpdate: 160,
    animationEasingUpdate: "cubicOut",
    backgroundColor: "transparent",
  };
}

/** The drawing's box, with its axes' labels inside. */
export function gridOf(right = 8, top = 12): GridComponentOption {
  return { left: 4, right, top, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" };
}

export function timeAxis(look: ChartLook, begins: readonly number[], grain: Grain, width: number) {
  const labels = tickLabels(begins, grain, Math.max(2, Math.floor(width / tickRoom)));
  return {
    type: "category" as const,
    data: begins.map(String),
    axisLine: { lineStyle: { color: look.palette.lineStrong } },
    axisTick: { show: false },
    axisLabel: {
      color: look.palette.textDim,
      interval: (index: number) => labels.has(index),
      formatter: (_: string, index: number) => labels.get(index) ?? "",
      hideOverlap: true,
    },
  };
}

export function categoryAxis(look: ChartLook, names: readonly string[], room: number) {
  return {
    type: "category" as const,
    data: [...names],
    axisLine: { lineStyle: { color: look.palette.lineStrong } },
    axisTick: { show: false },
    axisLabel: { color: look.palette.textDim, width: room, overflow: "truncate" as const, hideOverlap: true },
  };
}

interface ValueRange {
  readonly unit: Unit;
  readonly currency?: string | undefined;
  /** The highest value; what is drawn above it makes the axis longer. */
  readonly highest: number;
  readonly targets?: readonly Target[] | undefined;
  /** Whether the axis begins near the lowest value instead of at 0. */
  readonly isZoomed?: boolean | undefined;
}

export function valueAxis(look: ChartLook, range: ValueRange) {
  const { unit, currency, highest, targets = [], isZoomed = false } = range;
  const above = Math.max(highest, ...targets.map((each) => each.value));
  return {
    type: "value" as const,
    scale: isZoomed,
    splitNumber: 4,
    ...(unit === "count" ? { minInterval: 1 } : {}),
    ...topOf(unit, highest, above),
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: look.palette.line } },
    axisLabel: {
      color: look.palette.textDim,
      formatter: (value: number) => compact(value, unit, currency).replace(/\.00?(?!\d)/, ""),
    },
  };
}

/** Where the axis ends, where that is not left to the drawing: shares end at all of it. */
function topOf(unit: Unit, highest: number, above: number): { max?: number; interval?: number } {
  if (unit === "percent" && above <= 1 && (above > 0.75 || above === 0))
    return above === 0 ? { max: 0.1 } : { max: 1, interval: 0.25 };
  return above > highest ? { max: above * 1.08 } : {};
}

/** Targets as lines across the drawing. */
export function targetLines(look: ChartLook, targets: readonly Target[], axis: "xAxis" | "yAxis" = "yAxis") {
  return targets.map(({ value, label, meaning }) => ({
    [axis]: value,
    lineStyle: { color: look.palette[meaning], type: "dashed" as const, width: 1.5 },
    label: {
      formatter: label,
      color: look.palette[meaning],
      fontSize: 12,
      // Above a line that stands, inside the drawing on one that lies.
      ...(axis === "xAxis" ? { position: "end" as const, rotate: 0 } : { position: "insideEndTop" as const }),
    },
  }));
}
