import { createContext, useContext, useMemo } from "react";
import type { RollupQuestion } from "@/kit/dashboard/rollup";
import { useRollupOf } from "@/kit/dashboard/useRollupOf";
import { type TimeShown, timeShown, useHour } from "@/kit/dashboard/useTimeShown";
import type { InsightSearch } from "./insightSearch";
import { askRollup } from "./rollups";
import { grainIn, type Source, sourceOf, type Where } from "./sales";

/** What all panels of the dashboard are about. */
export interface Insight extends TimeShown {
  readonly search: InsightSearch;
  /** Only these films, theaters, genres. */
  readonly where: Where;
  /** What answers about the sales of those; undefined where nothing does. */
  readonly source: Source | undefined;
  /** Leads to the same page with something changed. */
  readonly change: (change: InsightSearch) => void;
}

export const InsightContext = createContext<Insight | undefined>(undefined);

export function useInsightOf(search: InsightSearch, change: Insight["change"]): Insight {
  const hour = useHour();
  return useMemo(() => {
    const where = { movie: search.movie, theater: search.theater, genre: search.genre };
    const source = sourceOf(where);
    const time = timeShown(search, hour, (wanted) =>
      source === undefined ? wanted : grainIn(source, wanted),
    );
    return { ...time, search, where, source, change };
  }, [search, hour, change]);
}

export function useInsight(): Insight {
  const insight = useContext(InsightContext);
  if (insight === undefined) throw new Error("There is no dashboard around this panel.");
  return insight;
}

/** Asks one of booking's rollups. */
export const useRollup = (question: RollupQuestion | undefined) =>
  useRollupOf("booking", askRollup, question);
