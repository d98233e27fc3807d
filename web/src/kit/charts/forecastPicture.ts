import { baseOption, gridOf, timeAxis, valueAxis } from "./axes";
import type { ChartLook } from "./look";
import type { ChartOption, LineSeriesOption } from "./option";
import type { ChartTable, Picture } from "./Picture";
import { bucketName, type Grain } from "./times";
import { type Tip, tooltipOf } from "./tooltip";
import { exact, type Unit, type Value } from "./unit";

/** What was, and what is expected from some moment on. */
export interface ForecastData {
  readonly grain: Grain;
  readonly unit: Unit;
  readonly currency?: string;
  readonly past: readonly { readonly begin: number; readonly value: Value }[];
  readonly expected: readonly Expected[];
  /** How sure the band is: 0.8 says that four of five values will lie in it. */
  readonly confidence?: number | undefined;
}

export interface Expected {
  readonly begin: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A line, then a dashed one with a band, and a mark where the forecast begins. */
export function forecastPicture(data: ForecastData): Picture {
  const { past, expected, grain } = data;
  const begins = [...past, ...expected].map((each) => each.begin);
  return {
    isEmpty: begins.length === 0,
    summary: tell(data),
    table: tableOf(data),
    keyAt: ({ index }) => begins[index]?.toString(),
    option: (look, { width }): ChartOption => {
      const highest = Math.max(
        0,
        ...past.map((each) => each.value ?? 0),
        ...expected.map((each) => each.high),
      );
      return {
        ...baseOption(look),
        grid: gridOf(12, 24),
        xAxis: { ...timeAxis(look, begins, grain, width), boundaryGap: false },
        yAxis: valueAxis(look, { unit: data.unit, currency: data.currency, highest }),
        tooltip: tooltipOf(look, "axis", (index) => tipOf(data, look, index)),
        series: seriesOf(data, look),
      };
    },
  };
}

function seriesOf({ past, expected }: ForecastData, look: ChartLook): LineSeriesOption[] {
  const color = look.only;
  const gap = past.map((): number | "-" => "-");
  const last = past.at(-1)?.value;
  // The dashed line begins where the other ends, so that they are seen to be one.
  const joint = gap.length > 0 && last != null ? [...gap.slice(1), last] : gap;
  const base = { type: "line" as const, showSymbol: false, symbol: "circle", emphasis: { disabled: true } };
  const band = { ...base, silent: true, lineStyle: { opacity: 0 }, stack: "band" };
  const begin = {
    xAxis: past.length,
    label: {
      formatter: "Forecast",
      color: look.palette.textDim,
      position: "insideEndTop" as const,
      rotate: 0,
    },
    lineStyle: { color: look.palette.lineStrong, type: "solid" as const },
  };
  return [
    {
      ...base,
      id: "past",
      data: [...past.map(({ value }) => value ?? "-"), ...expected.map((): "-" => "-")],
      lineStyle: { color, width: 2 },
      itemStyle: { color },
      ...(expected.length === 0
        ? {}
        : { markLine: { silent: true, symbol: "none", animation: false, data: [begin] } }),
    },
    {
      ...base,
      id: "expected",
      data: [...joint, ...expected.map(({ value }) => value)],
      lineStyle: { color, width: 2, type: "dashed" },
      itemStyle: { color },
    },
    { ...band, id: "low", data: [...gap, ...expected.map(({ low }) => low)] },
    {
      ...band,
      id: "band",
      data: [...gap, ...expected.map(({ low, high }) => high - low)],
      areaStyle: { color, opacity: look.isDark ? 0.25 : 0.16 },
    },
  ];
}

function tipOf(
  { past, expected, grain, unit, currency, confidence }: ForecastData,
  look: ChartLook,
  index: number,
): Tip | undefined {
  const was = past[index];
  const will = expected[index - past.length];
  const begin = was?.begin ?? will?.begin;
  if (begin === undefined) return undefined;
  const say = (value: Value) => exact(value, unit, currency);
  return {
    title: bucketName(begin, grain),
    lines:
      will === undefined
        ? [{ name: "Measured", value: say(was?.value), color: look.only }]
        : [
            { name: "Expected", value: say(will.value), color: look.only },
            {
              name: confidence === undefined ? "Likely" : `Likely (${Math.round(100 * confidence)} in 100)`,
              value: `${say(will.low)} to ${say(will.high)}`,
            },
          ],
  };
}

function tell({ past, expected, grain, unit, currency }: ForecastData): string {
  const say = (value: Value) => exact(value, unit, currency);
  const [first, last] = [expected[0], expected.at(-1)];
  if (first === undefined || last === undefined) return "No forecast yet.";
  const sum = expected.reduce((total, each) => total + each.value, 0);
  const newest = past.at(-1);
  const measured = newest === undefined ? "" : `Last measured ${say(newest.value)}. `;
  return (
    `${measured}Forecast from ${bucketName(first.begin, grain)} to ${bucketName(last.begin, grain)}: ` +
    `first ${say(first.value)}, last ${say(last.value)}, likely between ${say(last.low)} and ${say(last.high)}; ` +
    `on average ${say(sum / expected.length)}.`
  );
}

function tableOf({ past, expected, grain, unit, currency }: ForecastData): ChartTable {
  const say = (value: Value) => exact(value, unit, currency);
  const end = (label: string) => ({ label, align: "end" as const });
  return {
    columns: [{ label: "Time" }, end("Measured"), end("Expected"), end("At least"), end("At most")],
    rows: [
      ...past.map(({ begin, value }) => ({ cells: [bucketName(begin, grain), say(value), "–", "–", "–"] })),
      ...expected.map(({ begin, value, low, high }) => ({
        cells: [bucketName(begin, grain), "–", say(value), say(low), say(high)],
      })),
    ],
  };
}
