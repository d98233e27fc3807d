import { baseOption, gridOf, valueAxis } from "./axes";
import type { Picture } from "./Picture";
import { tooltipOf } from "./tooltip";
import { compact, exact, type Unit } from "./unit";

/** How many values lie from one bound to before the next. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface HistogramData {
  /** What is measured: "Spent". */
  readonly of: string;
  /** What is counted: "customers". */
  readonly counted: string;
  readonly bins: readonly Bin[];
  readonly unit: Unit;
  readonly currency?: string;
  /** Named values among the measured: the median, the 95th percentile. */
  readonly quantiles?: readonly { readonly name: string; readonly value: number }[];
}

/** Puts values into bins of the same width whose bounds are round numbers; at most so many. */
export function binsOf(values: readonly number[], most = 20): Bin[] {
  if (values.length === 0) return [];
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const width = roundUp((high - low) / most);
  const first = Math.floor(low / width) * width;
  const count = Math.floor((high - first) / width) + 1;
  const counts = new Array<number>(count).fill(0);
  for (const value of values) {
    const at = Math.min(count - 1, Math.floor((value - first) / width));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts.map((each, i) => ({ from: first + i * width, to: first + (i + 1) * width, count: each }));
}

/** The next of 1, 2, 5, 10, 20 … */
function roundUp(width: number): number {
  if (width <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(width));
  const step = [1, 2, 5, 10].find((each) => each * power >= width) ?? 10;
  return step * power;
}

/** The share of all counted that lies in each bin, as columns without gaps. */
export function histogramPicture(data: HistogramData): Picture {
  const { bins, unit, currency, of, counted, quantiles = [] } = data;
  const total = bins.reduce((sum, bin) => sum + bin.count, 0);
  const say = (value: number) => exact(value, unit, currency);
  const span = ({ from, to }: Bin) => `${say(from)} to ${say(to)}`;
  const share = (bin: Bin) => exact(total === 0 ? null : bin.count / total, "percent");
  const top = bins.reduce<Bin | undefined>(
    (a, b) => (a === undefined || b.count > a.count ? b : a),
    undefined,
  );
  const named = quantiles.map(({ name, value }) => ` ${name} ${say(value)}.`).join("");
  return {
    isEmpty: total === 0,
    summary:
      top === undefined
        ? "Nothing in this time."
        : `${exact(total, "count")} ${counted}. Most (${share(top)}) between ${span(top)}.${named}`,
    table: {
      columns: [{ label: of }, { label: counted, align: "end" }, { label: "Share", align: "end" }],
      rows: bins.map((bin) => ({ cells: [span(bin), exact(bin.count, "count"), share(bin)] })),
    },
    option: (look, { width }) => {
      const step = Math.max(1, Math.ceil(bins.length / Math.max(2, Math.floor(width / 64))));
      return {
        ...baseOption(look),
        grid: gridOf(12, 16),
        xAxis: {
          type: "category",
          data: bins.map((bin) => String(bin.from)),
          axisLine: { lineStyle: { color: look.palette.lineStrong } },
          axisTick: { show: false },
          axisLabel: {
            color: look.palette.textDim,
            interval: (index: number) => index % step === 0,
            formatter: (_: string, index: number) => compact(bins[index]?.from, unit, currency),
          },
        },
        yAxis: valueAxis(look, { unit: "count", highest: top?.count ?? 0 }),
        tooltip: tooltipOf(look, "axis", (index) => {
          const bin = bins[index];
          if (bin === undefined) return undefined;
          const lines = [
            { name: counted, value: exact(bin.count, "count") },
            { name: "Share", value: share(bin) },
          ];
          return { title: span(bin), lines };
        }),
        series: [
          {
            id: "bins",
            type: "bar",
            barCategoryGap: 1,
            data: bins.map((bin) => bin.count),
            itemStyle: { color: look.only },
            emphasis: { disabled: true },
            markLine: {
              silent: true,
              symbol: "none",
              animation: false,
              data: quantiles.flatMap(({ name, value }) => {
                const at = bins.findIndex((bin) => value >= bin.from && value < bin.to);
                const label = { formatter: name, color: look.palette.textDim, rotate: 0 };
                return at < 0 ? [] : [{ xAxis: at, label, lineStyle: { color: look.palette.textDim } }];
              }),
            },
          },
        ],
      };
    },
  };
}
