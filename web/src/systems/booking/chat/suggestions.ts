import type { Exchange } from "./useChat";

const most = 5;
/** Of them what the last answer led to, at most. */
const mostLed = 2;

/** What may be asked next: what the last answer led to, then what the page suggests; nothing that was asked already. */
export function suggestionsOf(exchanges: readonly Exchange[], openers: readonly string[]): readonly string[] {
  const asked = new Set(exchanges.map(({ question }) => question));
  const led = exchanges.at(-1)?.answer?.suggestions.filter((each) => !asked.has(each)) ?? [];
  return [...new Set([...led.slice(0, mostLed), ...openers])]
    .filter((each) => !asked.has(each))
    .slice(0, most);
}
