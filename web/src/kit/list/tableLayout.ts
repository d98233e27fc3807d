import type { Column } from "./Column";

/** Which columns a table of a width shows, and how wide they are. */
export interface TableLayout<Row> {
  readonly columns: readonly Column<Row>[];
  /** The grid's tracks. */
  readonly template: string;
  /** The rows' width in pixels where they are wider than the table: then it scrolls, and the first column stays. */
  readonly width: number | undefined;
}

/** Below this a table leaves nothing out but is scrolled sideways: a phone. */
const phonePx = 560;
const gapPx = 16;
const paddingPx = 32;
/** The column that stays leaves room for others. */
const firstPx = 148;

/** Lays columns out: those there is room for, or on phones all of them, to be scrolled. */
export function layoutOf<Row>(
  columns: readonly Column<Row>[],
  tablePx: number,
  canScroll: boolean,
): TableLayout<Row> {
  const widths = columns.map(({ width }, index) => {
    const least = leastOf(width);
    return index === 0 ? Math.min(least, firstPx) : least;
  });
  const width = widths.reduce((sum, each) => sum + each + gapPx, paddingPx - gapPx);
  if (canScroll && tablePx > 0 && tablePx < phonePx && width > tablePx) {
    return { columns, template: widths.map((each) => `${each}px`).join(" "), width };
  }

  const shown = columns.filter(({ from }) => from === undefined || tablePx >= from || tablePx === 0);
  return { columns: shown, template: shown.map((column) => column.width).join(" "), width: undefined };
}

/** The pixels a track needs at least: its first number. */
function leastOf(track: string): number {
  return Number(/(\d+)px/.exec(track)?.[1] ?? phonePx / 4);
}
