import { exact, type Unit, type Value } from "../charts/unit";
import { formatPercent } from "../format";

/** Which way is the good one. */
export type Better = "up" | "down" | "neither";

/** How a number stands to the one it is compared with. */
export interface Trend {
  readonly direction: "up" | "down" | "same";
  /** "12.5 %", "1.2 points", "new". */
  readonly words: string;
  readonly meaning: "good" | "bad" | "neutral";
}

/** Less than this part is no change. */
const still = 0.0005;

/** The change from the number before; undefined where one of the two is not known. */
export function trendOf(value: Value, previous: Value, unit: Unit, better: Better): Trend | undefined {
  if (value == null || previous == null) return undefined;
  const change = value - previous;
  const isShare = unit === "percent";
  const part = isShare ? change : previous === 0 ? Math.sign(change) : change / Math.abs(previous);
  if (Math.abs(part) < still) return { direction: "same", words: "no change", meaning: "neutral" };
  const direction = part > 0 ? "up" : "down";
  return {
    direction,
    words: isShare
      ? `${Math.abs(change * 100).toFixed(1)} points`
      : previous === 0
        ? "new"
        : formatPercent(Math.abs(part)),
    meaning: better === "neither" ? "neutral" : direction === better ? "good" : "bad",
  };
}

/** The trend as a sentence: "12.5 % more than €1,200.00 before". */
export function tellTrend(trend: Trend, previous: Value, unit: Unit, currency?: string): string {
  const before = `${exact(previous, unit, currency)} before`;
  if (trend.direction === "same") return `as ${before}`;
  if (trend.words === "new") return `nothing before`;
  return `${trend.words} ${trend.direction === "up" ? "more" : "less"} than ${before}`;
}
