import { formatDuration, formatExact } from "@/kit/format";

const patterns: Record<string, string> = {
  speed_hack: "Speed hack",
  score_injection: "Made-up scores",
  bot: "Program plays",
  account_sharing: "Somebody else plays",
  none: "Nothing in particular",
};

/** What unusual play looks most like, in words. */
export const patternWords = (pattern: string) => patterns[pattern] ?? pattern.replaceAll("_", " ");

const measures: Record<string, string> = {
  score: "Score of a game",
  duration_seconds: "Length of a game",
  games_a_day: "Games on a day of play",
};

/** What is compared, in words. */
export const measureWords = (measure: string) => measures[measure] ?? measure.replaceAll("_", " ");

/** A value of a measure as it is said. */
export function measured(measure: string, value: number): string {
  if (measure === "duration_seconds") return formatDuration(value * 1000);
  return measure === "score" ? formatExact(Math.round(value)) : value.toFixed(1);
}

/** A z-score: how many deviations from the middle of everybody. */
export const deviations = (value: number) => `${value > 0 ? "+" : ""}${value.toFixed(1)}`;
