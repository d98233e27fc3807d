import { type RangeSearch, readRange } from "@/kit/dashboard/range";
import { id, text } from "@/kit/url";

/** What the dashboard's URL says: a time, and of what. */
export interface InsightSearch extends RangeSearch {
  readonly movie?: string | undefined;
  readonly theater?: string | undefined;
  readonly genre?: string | undefined;
  /** The showtime whose suggested price is open. */
  readonly show?: string | undefined;
}

export function readInsight(search: Record<string, unknown>): InsightSearch {
  return {
    ...readRange(search),
    movie: id(search.movie),
    theater: id(search.theater),
    genre: text(search.genre),
    show: id(search.show),
  };
}
