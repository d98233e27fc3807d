/** How a price zone looks: a colour, and a pattern for eyes that do not tell colours apart. */
export interface ZoneStyle {
  /** Which of the palette's series, from 1. */
  readonly series: number;
  readonly pattern: ZonePattern;
}

export type ZonePattern = "plain" | "diagonal" | "dots" | "lines" | "grid" | "counter";

/** Series that stay clear of the accent, which is the colour of one's own seats. */
const seriesOrder = [3, 7, 5, 4, 2, 6] as const;
const patterns: readonly ZonePattern[] = ["plain", "diagonal", "dots", "lines", "grid", "counter"];

/** The look of the zone with this ordinal; colours and patterns repeat at different lengths only after 36. */
export function zoneStyle(ordinal: number): ZoneStyle {
  const turn = Math.floor(ordinal / seriesOrder.length);
  return {
    series: seriesOrder[ordinal % seriesOrder.length] ?? 3,
    pattern: patterns[(ordinal + turn) % patterns.length] ?? "plain",
  };
}
