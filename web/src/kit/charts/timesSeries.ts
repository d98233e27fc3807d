import { targetLines } from "./axes";
import { type ChartLook, colorOf } from "./look";
import type { BarSeriesOption, LineSeriesOption } from "./option";
import type { TimesData, TimesSeries } from "./TimesData";

export type TimesKind = "line" | "area" | "columns";

export interface TimesWay {
  readonly kind: TimesKind;
  readonly isStacked?: boolean | undefined;
  /** Whether the axis may begin above 0; columns and areas never do. */
  readonly isZoomed?: boolean | undefined;
  /** Whether less is better, as with ranks: the axis is upside down and does not go to 0. */
  readonly isRank?: boolean | undefined;
}

interface Shared {
  readonly name: string;
  readonly data: (number | "-")[];
}

interface Place {
  readonly data: TimesData;
  readonly way: TimesWay;
  readonly look: ChartLook;
}

/** A series as columns from zero. */
export function columns(shared: Shared, index: number, { data, way, look }: Place): BarSeriesOption {
  const { series, isOpen = false, begins, targets = [] } = data;
  const color = seriesColor(look, series, index);
  const last = begins.length - 1;
  const isTop = way.isStacked !== true || index === series.length - 1;
  return {
    ...shared,
    id: `bar ${index}`,
    type: "bar",
    barMaxWidth: 28,
    barGap: "10%",
    ...(way.isStacked ? { stack: "all" } : {}),
    // What is still running is paler: it is not all yet.
    data: shared.data.map((value, at) => ({
      value,
      itemStyle: { opacity: isOpen && at === last ? 0.5 : series[index]?.isPrevious ? 0.45 : 1 },
    })),
    itemStyle: { color, borderRadius: isTop ? [3, 3, 0, 0] : 0 },
    emphasis: { disabled: true },
    ...(index === 0 && targets.length > 0
      ? { markLine: { silent: true, symbol: "none", animation: false, data: targetLines(look, targets) } }
      : {}),
  };
}

/** A series as a line, or as an area below one. */
export function line(
  shared: Shared,
  index: number,
  { data, way, look, nameOffset }: Place & { readonly nameOffset: number | undefined },
): LineSeriesOption {
  const { series, targets = [], marks = [], begins, isOpen = false } = data;
  const color = seriesColor(look, series, index);
  const isPrevious = series[index]?.isPrevious === true;
  const alone = isolated(shared.data);
  const isFilled = way.kind === "area" && !isPrevious;
  const own = marks.filter((mark) => mark.series === index);
  const last = begins.length - 1;
  return {
    ...shared,
    id: `line ${index}`,
    type: "line",
    z: isPrevious ? 2 : 3,
    symbol: "circle",
    // A value between two gaps has no line: it is a dot.
    showSymbol: alone.size > 0,
    symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) =>
      alone.size === 0 || alone.has(dataIndex) ? 6 : 0,
    lineStyle: { color, width: isPrevious ? 1.5 : 2, type: isPrevious ? "dashed" : "solid" },
    itemStyle: { color },
    emphasis: { disabled: true },
    ...(way.isStacked && !isPrevious ? { stack: "all" } : {}),
    ...(isFilled ? { areaStyle: { color, opacity: way.isStacked ? 0.7 : look.isDark ? 0.22 : 0.14 } } : {}),
    ...(nameOffset !== undefined
      ? {
          endLabel: {
            show: true,
            formatter: "{a}",
            color: isPrevious ? look.palette.textDim : color,
            distance: 6,
            offset: [0, nameOffset],
          },
        }
      : {}),
    ...(index === 0 && targets.length > 0
      ? { markLine: { silent: true, symbol: "none", animation: false, data: targetLines(look, targets) } }
      : {}),
    ...(index === 0 && isOpen && last > 0
      ? {
          markArea: {
            silent: true,
            itemStyle: { color: look.palette.surface[2], opacity: 0.7 },
            data: [[{ xAxis: last - 1 }, { xAxis: last }]],
          },
        }
      : {}),
    ...(own.length > 0
      ? {
          markPoint: {
            symbol: "circle",
            symbolSize: 12,
            itemStyle: { color: "transparent", borderColor: look.palette.warning, borderWidth: 2 },
            label: { show: false },
            animation: false,
            data: own.map((mark) => ({
              name: mark.text,
              coord: [mark.index, series[index]?.values[mark.index] ?? 0],
            })),
          },
        }
      : {}),
  };
}

/** The time compared with has no colour of its own. */
export function seriesColor(look: ChartLook, series: readonly TimesSeries[], index: number): string {
  if (series[index]?.isPrevious) return look.palette.textDim;
  return colorOf(look, index, series.filter((each) => !each.isPrevious).length);
}

function isolated(values: readonly (number | "-")[]): ReadonlySet<number> {
  const alone = new Set<number>();
  values.forEach((value, index) => {
    const isGap = (at: number) => values[at] === undefined || values[at] === "-";
    if (value !== "-" && isGap(index - 1) && isGap(index + 1)) alone.add(index);
  });
  return alone;
}
