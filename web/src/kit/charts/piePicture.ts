import { baseOption } from "./axes";
import { type ChartLook, colorOf } from "./look";
import type { Picture } from "./Picture";
import type { ShownSlice, Slice } from "./slices";
import { slicesOf } from "./slices";
import { tooltipOf } from "./tooltip";
import { compact, exact, type Unit, type Value } from "./unit";

/** A whole and its parts. */
export interface PieData {
  /** What the parts are: "Genre". */
  readonly of: string;
  /** What is measured: "Revenue". */
  readonly measure: string;
  readonly parts: readonly Slice[];
  readonly unit: Unit;
  readonly currency?: string;
}

/** The colour of a slice; what is together in "Other" is grey. */
export function sliceColor(look: ChartLook, slices: readonly ShownSlice[], index: number): string {
  const isOther = (slices[index]?.holds ?? 1) > 1;
  return isOther ? (look.series.at(-1) as string) : colorOf(look, index, Math.max(2, slices.length));
}

/** A ring of at most six slices and "Other", the whole in its middle. */
export function piePicture(data: PieData): Picture {
  const { of, measure, parts, unit, currency } = data;
  const slices = slicesOf(parts);
  const total = slices.reduce((sum, slice) => sum + slice.value, 0);
  const say = (value: Value) => exact(value, unit, currency);
  const told = slices.map(({ name, share }) => `${name} ${exact(share, "percent")}`);
  const ranked = [...parts].sort((a, b) => b.value - a.value);
  return {
    isEmpty: slices.length === 0,
    summary: `${measure} ${say(total)} in all: ${told.join(", ")}.`,
    table: {
      columns: [{ label: of }, { label: measure, align: "end" }, { label: "Share", align: "end" }],
      rows: ranked.map(({ key, name, value }) => ({
        cells: [name, say(value), exact(total === 0 ? null : value / total, "percent")],
        ...(key === undefined ? {} : { key }),
      })),
    },
    keyAt: ({ index }) => slices[index]?.key,
    option: (look) => ({
      ...baseOption(look),
      tooltip: tooltipOf(look, "item", (index) => {
        const slice = slices[index];
        if (slice === undefined) return undefined;
        const lines = [
          { name: measure, value: say(slice.value), color: sliceColor(look, slices, index) },
          { name: "Share", value: exact(slice.share, "percent") },
        ];
        const note = slice.holds > 1 ? `${slice.holds} together` : undefined;
        return { title: slice.name, lines, note };
      }),
      series: [
        {
          id: "ring",
          type: "pie",
          radius: ["62%", "92%"],
          label: { show: false },
          emphasis: { scale: false },
          itemStyle: { borderColor: look.palette.surface[1], borderWidth: 2 },
          data: slices.map(({ name, value }, index) => ({
            name,
            value,
            itemStyle: { color: sliceColor(look, slices, index) },
          })),
        },
        {
          id: "whole",
          type: "pie",
          silent: true,
          radius: [0, 0],
          label: {
            show: true,
            position: "center",
            formatter: compact(total, unit, currency),
            color: look.palette.text,
            fontSize: 16,
            fontWeight: 600,
          },
          tooltip: { show: false },
          data: [{ value: 1, itemStyle: { color: "transparent" } }],
        },
      ],
    }),
  };
}
