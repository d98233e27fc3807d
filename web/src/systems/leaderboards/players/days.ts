import type { TimesData } from "@/kit/charts/TimesData";

/** A player's place at the end of a day. */
export interface PlayerDay {
  /** As 2030-12-31. */
  readonly date: string;
  /** Absent where there is none. */
  readonly rank?: number | null | undefined;
  readonly score?: number | null | undefined;
}

const dayMs = 86_400_000;

/** A player's days as a line of ranks or of scores: one value a day, a gap where nothing is known. */
export function lineOf(days: readonly PlayerDay[], measure: "rank" | "score"): TimesData {
  const known = new Map(days.map((day) => [Date.parse(day.date), day[measure]]));
  const times = [...known.keys()];
  const first = times.length === 0 ? 0 : Math.min(...times);
  const count = times.length === 0 ? 0 : Math.round((Math.max(...times) - first) / dayMs) + 1;
  const begins = Array.from({ length: count }, (_, i) => first + i * dayMs);
  return {
    begins,
    grain: "day",
    unit: "count",
    series: [{ name: measure === "rank" ? "Rank" : "Score", values: begins.map((at) => known.get(at)) }],
  };
}
