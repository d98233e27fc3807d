import type { Column } from "./Column";

/** Which columns a table of a width shows, and how wide they are. */
export interface TableLayout<Row> {
  readonly columns: readonly Column<Row>[];
  /** The grid's tracks. */
  readonly template: string;
  /** The rows' width in pixels where they are wider than the table: then it scrolls, and the first column stays. */
  readonly width: number | undefined;
}

const gapPx = 16;
const paddingPx = 32;
/** The column that stays leaves room for others. */
const firstPx = 148;

/**
 * Lays columns out: those there is room for, or on phones all of them, to be scrolled.
 * @param tablePx The table's width; 0 while it is not known.
 */
export function layoutOf<Row>(
  columns: readonly Column<Row>[],
  tablePx: number,
  isPhone: boolean,
): TableLayout<Row> {
  if (isPhone && tablePx > 0) {
    const widths = columns.map(leastOf);
    widths[0] = Math.min(widths[0] ?? 0, firstPx);
    const width = sumOf(widths);
    if (width > tablePx) return { columns, template: widths.map((each) => `${each}px`).join(" "), width };
  }

  let shown = columns.filter(({ from = 0 }) => tablePx >= from || tablePx === 0);
  while (tablePx > 0 && sumOf(shown.map(leastOf)) > tablePx) {
    // The first to go is what the most room is wanted for.
    const most = Math.max(...shown.map(({ from = 0 }) => from));
    if (most === 0) break;
    shown = shown.filter(({ from }) => from !== most);
  }

  return { columns: shown, template: shown.map((column) => column.width).join(" "), width: undefined };
}

/** How wide a row with these columns is. */
function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, each) => sum + each + gapPx, paddingPx - gapPx);
}

/** The pixels a column needs at least: its track's first number. */
function leastOf({ width }: { readonly width: string }): number {
  return Number(/(\d+)px/.exec(width)?.[1] ?? 120);
}
