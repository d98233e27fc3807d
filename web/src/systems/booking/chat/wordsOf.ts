import type { ChatAnswer } from "./useChat";

/** Answers whose lines say what their cards say. */
const listed: readonly string[] = ["films", "showtimes"];

/** An answer's words, without the list that stands below them as cards. */
export function wordsOf({ answer, answeredBy, intent, results }: ChatAnswer): string {
  const hasCards = results.films.length + results.showtimes.length > 0;
  if (answeredBy !== "local" || !listed.includes(intent) || !hasCards) return answer;
  const words = answer.split("\n").filter((line) => !line.startsWith("- "));
  return words.length === 0 ? answer : words.join("\n");
}
