import { type RangeSearch, readRange } from "@/kit/dashboard/range";
import { text } from "@/kit/url";

/** What the dashboard's URL says: a time, and of which game mode. */
export interface GameSearch extends RangeSearch {
  /** Its name in paths; all modes without one. */
  readonly mode?: string | undefined;
}

export function readGame(search: Record<string, unknown>): GameSearch {
  return { ...readRange(search), mode: text(search.mode) };
}
