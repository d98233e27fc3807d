import { baseOption, categoryAxis, gridOf, type Target, targetLines, valueAxis } from "./axes";
import { type ChartLook, colorOf } from "./look";
import type { ChartOption } from "./option";
import type { Picture } from "./Picture";
import { tellRanked } from "./summary";
import { tooltipOf } from "./tooltip";
import { compact, exact, type Unit, type Value } from "./unit";

/** Values of things side by side. */
export interface BarData {
  /** What the things are: "Job type". */
  readonly of: string;
  readonly items: readonly BarItem[];
  /** The values' names: one, or several that stand beside each other. */
  readonly series: readonly string[];
  readonly unit: Unit;
  readonly currency?: string;
  readonly targets?: readonly Target[];
}

export interface BarItem {
  readonly key?: string;
  readonly name: string;
  /** One for each series. */
  readonly values: readonly Value[];
}

/** With names longer than this the bars lie. */
const longName = 12;
const mostStanding = 12;

/** Bars from zero: standing, or lying where names are long. */
export function barPicture(data: BarData): Picture {
  const { items, series, unit, currency } = data;
  const say = (value: Value) => exact(value, unit, currency);
  const first = items.map(({ name, values }) => ({ name, value: values[0] }));
  return {
    isEmpty: items.length === 0,
    summary: tellRanked(first, say),
    table: {
      columns: [{ label: data.of }, ...series.map((label) => ({ label, align: "end" as const }))],
      rows: items.map(({ key, name, values }) => ({
        cells: [name, ...series.map((_, at) => say(values[at]))],
        ...(key === undefined ? {} : { key }),
      })),
    },
    keyAt: ({ index }) => items[index]?.key,
    legend: (look) =>
      series.length < 2 ? [] : series.map((name, at) => ({ name, color: colorOf(look, at, series.length) })),
    option: (look, { width }) => optionOf(data, look, width),
  };
}

function optionOf(data: BarData, look: ChartLook, width: number): ChartOption {
  const { items, series, unit, currency, targets = [] } = data;
  const isLying = items.length > mostStanding || items.some(({ name }) => name.length > longName);
  const highest = Math.max(0, ...items.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const room = isLying ? Math.min(160, width * 0.35) : Math.max(32, width / items.length - 8);
  const names = categoryAxis(
    look,
    items.map(({ name }) => name),
    room,
  );
  const values = valueAxis(look, { unit, currency, highest, targets });
  return {
    ...baseOption(look),
    grid: gridOf(isLying ? 48 : 8, isLying && targets.length > 0 ? 28 : 16),
    xAxis: isLying ? values : names,
    yAxis: isLying ? { ...names, inverse: true } : values,
    tooltip: tooltipOf(look, "axis", (index) => {
      const item = items[index];
      if (item === undefined) return undefined;
      const lines = series.map((name, at) => ({
        name,
        value: exact(item.values[at], unit, currency),
        color: colorOf(look, at, series.length),
      }));
      return { title: item.name, lines };
    }),
    series: series.map((name, at) => ({
      id: `bars ${at}`,
      name,
      type: "bar",
      barMaxWidth: 28,
      data: items.map((item) => item.values[at] ?? "-"),
      itemStyle: {
        color: colorOf(look, at, series.length),
        borderRadius: isLying ? [0, 3, 3, 0] : [3, 3, 0, 0],
      },
      emphasis: { disabled: true },
      label: {
        show: series.length === 1,
        position: isLying ? "right" : "top",
        color: look.palette.textDim,
        formatter: ({ dataIndex }) => compact(items[dataIndex]?.values[at], unit, currency),
      },
      labelLayout: { hideOverlap: true },
      ...(at === 0 && targets.length > 0
        ? {
            markLine: {
              silent: true,
              symbol: "none",
              animation: false,
              data: targetLines(look, targets, isLying ? "xAxis" : "yAxis"),
            },
          }
        : {}),
    })),
  };
}
