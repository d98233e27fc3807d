/** Rows that may not all be there yet: what a table needs to know of its data. */
export interface Rows<Row> {
  /** How many rows the table is long, those not loaded included. */
  readonly count: number;
  /** The row, or undefined while it is on the way: then its place holds a skeleton. */
  readonly at: (index: number) => Row | undefined;
  /** Told which rows are in view, so that they can be loaded. */
  readonly onRange?: ((first: number, last: number) => void) | undefined;
}

/** Rows that are all there. */
export function rowsOf<Row>(items: readonly Row[]): Rows<Row> {
  return { count: items.length, at: (index) => items[index] };
}
