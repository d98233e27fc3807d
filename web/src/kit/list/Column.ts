import type { ReactNode } from "react";

/** One column of a table. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Its width as a grid track: `"120px"`, `"minmax(160px, 2fr)"`. */
  readonly width: string;
  readonly align?: "start" | "end";
  /** What the list is sorted by when the head is pressed; absent: not sortable. */
  readonly sort?: string;
  /** Whether it is shown until somebody chooses otherwise; yes unless said. */
  readonly isShown?: boolean;
  /** Whether the column chooser may hide it; yes unless said. */
  readonly canHide?: boolean;
  /** The narrowest table, in pixels, that still shows it. */
  readonly from?: number;
}
