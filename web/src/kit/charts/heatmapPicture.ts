import { baseOption, gridOf } from "./axes";
import type { ChartLook } from "./look";
import type { Picture } from "./Picture";
import { tellGrid } from "./summary";
import { tooltipOf } from "./tooltip";
import { compact, exact, type Unit, type Value } from "./unit";

/** Values in a grid: hours by weekdays, weeks since joining by cohorts. */
export interface HeatmapData {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** What the rows are, for the table's head. */
  readonly of: string;
  /** What is measured. */
  readonly measure: string;
  /** By row, then column; nothing where nothing is known. */
  readonly values: readonly (readonly Value[])[];
  readonly unit: Unit;
  readonly currency?: string;
  /** Whether each cell shows its number: where there are few. */
  readonly hasNumbers?: boolean;
}

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** From nearly the ground to the full colour: darker is more on light, lighter is more on dark. */
function rampOf(look: ChartLook): string[] {
  return look.isDark
    ? ["#1f2a3a", "#1c4a73", "#2a76b0", "#56b4e9", "#c4e6fb"]
    : ["#eef4f9", "#c0daec", "#7fb4d9", "#2f86bf", "#00436b"];
}

export function heatmapPicture(data: HeatmapData): Picture {
  const { columns, rows, values, unit, currency, measure } = data;
  const cells = values.flatMap((line, row) =>
    line.flatMap((value, column): Cell[] => (value == null ? [] : [{ row, column, value }])),
  );
  const say = (value: Value) => exact(value, unit, currency);
  const at = ({ row, column }: Cell) => `${rows[row] ?? ""} ${columns[column] ?? ""}`;
  const highest = cells.reduce((most, { value }) => Math.max(most, value), 0);
  return {
    isEmpty: cells.length === 0,
    summary: tellGrid(
      cells.map((cell) => ({ at: at(cell), value: cell.value })),
      say,
    ),
    table: {
      columns: [{ label: data.of }, ...columns.map((label) => ({ label, align: "end" as const }))],
      rows: rows.map((name, row) => ({
        cells: [name, ...columns.map((_, column) => say(values[row]?.[column]))],
      })),
    },
    option: (look, { width }) => ({
      ...baseOption(look),
      grid: { ...gridOf(4, 4), bottom: 44 },
      xAxis: { ...plainAxis(look, columns), axisLabel: labelsOf(look, columns.length, width) },
      yAxis: { ...plainAxis(look, rows), inverse: true },
      tooltip: tooltipOf(look, "item", (index) => {
        const cell = cells[index];
        return cell === undefined
          ? undefined
          : { title: at(cell), lines: [{ name: measure, value: say(cell.value) }] };
      }),
      visualMap: {
        type: "continuous",
        min: 0,
        max: highest,
        orient: "horizontal",
        left: "center",
        bottom: 0,
        itemWidth: 10,
        itemHeight: 120,
        text: [compact(highest, unit, currency), compact(0, unit, currency)],
        textStyle: { color: look.palette.textDim },
        inRange: { color: rampOf(look) },
        calculable: false,
        hoverLink: false,
      },
      series: [
        {
          id: "cells",
          type: "heatmap",
          data: cells.map(({ row, column, value }) => [column, row, value]),
          itemStyle: { borderColor: look.palette.surface[1], borderWidth: 2, borderRadius: 3 },
          label: {
            show: data.hasNumbers === true && width / columns.length > 36,
            formatter: ({ dataIndex }) => brief(cells[dataIndex]?.value, unit, currency),
          },
          emphasis: { itemStyle: { borderColor: look.palette.text } },
        },
      ],
    }),
  };
}

/** As much of a value as there is room for in a cell: of shares no decimals. */
function brief(value: Value, unit: Unit, currency: string | undefined): string {
  return unit === "percent" && value != null
    ? `${Math.round(value * 100)}\u202f%`
    : compact(value, unit, currency);
}

function plainAxis(look: ChartLook, names: readonly string[]) {
  return {
    type: "category" as const,
    data: [...names],
    axisLine: { show: false },
    axisTick: { show: false },
    splitArea: { show: false },
    axisLabel: { color: look.palette.textDim },
  };
}

function labelsOf(look: ChartLook, count: number, width: number) {
  const step = Math.max(1, Math.ceil(count / Math.max(2, Math.floor((width - 60) / 44))));
  return { color: look.palette.textDim, interval: (index: number) => index % step === 0 };
}
