import type { ChartLook } from "./look";
import type { ChartOption } from "./option";

/** The numbers of a chart as a table, exact. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly ChartRow[];
}

export interface ChartColumn {
  readonly label: string;
  readonly align?: "end";
}

export interface ChartRow {
  readonly cells: readonly string[];
  /** What is picked with this row, where a chart can be drilled into. */
  readonly key?: string;
}

/** One line of the legend: a series and its colour. */
export interface LegendEntry {
  readonly name: string;
  readonly color: string;
  readonly isDashed?: boolean;
}

/** How wide the chart is, and whether it stands alone. */
export interface ChartSpace {
  readonly width: number;
  readonly height: number;
}

/** What a chart shows, in the three ways it is shown: drawn, as a table, and in a sentence. */
export interface Picture {
  /** Read by screen readers; says what an eye would see first. */
  readonly summary: string;
  readonly table: ChartTable;
  readonly option: (look: ChartLook, space: ChartSpace) => ChartOption;
  /** Absent where the series are named in the drawing. */
  readonly legend?: (look: ChartLook, space: ChartSpace) => readonly LegendEntry[];
  /** What lies under a place that was pressed. */
  readonly keyAt?: (place: { readonly series: number; readonly index: number }) => string | undefined;
  readonly isEmpty: boolean;
}
