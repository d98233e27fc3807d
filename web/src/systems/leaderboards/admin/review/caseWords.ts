import { formatDuration, formatExact, formatPercent } from "@/kit/format";
import type { GameMode } from "../../board/boardQueries";
import type { Accuracy } from "./evidenceQueries";

const reasons: Record<string, string> = {
  score_exceeds_maximum: "More than a game can bring",
  duration_too_short: "Game too short",
  duration_too_long: "Game too long",
  too_many_submissions: "Too soon after the game before",
};

/** Why something was held, in words; what is not known yet is shown as it is called. */
export const reasonWords = (reason: string) => reasons[reason] ?? reason.replaceAll("_", " ");

const states: Record<string, readonly ["good" | "warning" | "bad" | "neutral", string]> = {
  open: ["warning", "Open"],
  cleared: ["good", "Cleared"],
  upheld: ["bad", "Upheld"],
};

export const stateWords = (state: string) => states[state] ?? (["neutral", state] as const);

const bans: Record<string, string> = {
  none: "Not banned",
  shadow: "Hidden from others",
  temporary: "Banned for a time",
  permanent: "Banned for good",
};

export const banWords = (ban: string) => bans[ban] ?? ban;

/** How good the analyzer's flags have been, in a line. */
export function accuracyWords({ analyzer, recall }: Pick<Accuracy, "analyzer" | "recall">): string {
  const decided = analyzer.truePositives + analyzer.falsePositives;
  if (decided === 0) return "No flag of the analyzer was decided yet";
  const found = recall == null ? "" : `, recall about ${formatPercent(recall)}`;
  return `Analyzer: precision ${formatPercent(analyzer.precision)} of ${formatExact(decided)} decided${found}`;
}

/** Of a game's usual length, the shares from which on it is too short and too long: the rules' own. */
const [shortest, longest] = [0.3, 3];

/** What is usual in a game mode, in a sentence. */
export function usualWords({ name, maxScore, averageSeconds }: GameMode): string {
  const minutes = (share: number) => formatDuration(share * averageSeconds * 1000);
  return `A game of ${name} brings at most ${formatExact(maxScore)} points and takes ${minutes(shortest)} to ${minutes(longest)}.`;
}
