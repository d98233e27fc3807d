import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { createContext, useContext, useMemo } from "react";
import { bucketsOf, type Grain, grains } from "@/kit/charts/times";
import { comparedWith, grainOf, type Period, periodOf } from "@/kit/dashboard/range";
import { parametersOf, type RollupQuestion, type RollupTable } from "@/kit/dashboard/rollup";
import { useNow } from "@/kit/useNow";
import type { InsightSearch } from "./insightSearch";
import { askRollup } from "./rollups";
import { grainIn, type Source, sourceOf, type Where } from "./sales";

/** What all panels of the dashboard are about. */
export interface Insight {
  readonly search: InsightSearch;
  readonly period: Period;
  /** The time compared with, if any is. */
  readonly before: Period | undefined;
  /** As much of that as has passed of the time shown. */
  readonly beforeSoFar: Period | undefined;
  readonly grain: Grain;
  /** When the buckets of that length begin. */
  readonly begins: readonly number[];
  /** The end of what can be known by now. */
  readonly until: number;
  /** Whether the last bucket still runs. */
  readonly isOpen: boolean;
  /** Only these films, theaters, genres. */
  readonly where: Where;
  /** What answers about the sales of those; undefined where nothing does. */
  readonly source: Source | undefined;
  /** Leads to the same page with something changed. */
  readonly change: (change: InsightSearch) => void;
}

export const InsightContext = createContext<Insight | undefined>(undefined);

/** How often numbers of a time that still runs are read anew. */
export const insightEveryMs = 10_000;
const hourMs = 3_600_000;

export function useInsightOf(search: InsightSearch, change: Insight["change"]): Insight {
  const now = useNow(60_000);
  const hour = Math.floor(now / hourMs) * hourMs;
  return useMemo(() => {
    const period = periodOf(search, hour);
    const where = { movie: search.movie, theater: search.theater, genre: search.genre };
    const source = sourceOf(where);
    const wanted = grainOf(period, search.by);
    const grain = source === undefined ? wanted : grainIn(source, wanted);
    const before = comparedWith(period, search.compare);
    const until = Math.min(period.to, hour + hourMs);
    const passed = until - period.from;
    return {
      search,
      period,
      before,
      beforeSoFar: before && { from: before.from, to: Math.min(before.to, before.from + passed) },
      grain,
      begins: bucketsOf(period.from, until, grain),
      until,
      isOpen: period.to > hour,
      where,
      source,
      change,
    };
  }, [search, hour, change]);
}

/** The buckets of an answer: longer than asked for where no shorter ones are kept. */
export function bucketsIn(table: RollupTable | undefined, { period, until, grain, begins }: Insight) {
  const found = grains.find((each) => each === table?.grain) ?? grain;
  return found === grain ? { grain, begins } : { grain: found, begins: bucketsOf(period.from, until, found) };
}

export function useInsight(): Insight {
  const insight = useContext(InsightContext);
  if (insight === undefined) throw new Error("There is no dashboard around this panel.");
  return insight;
}

/** Asks a rollup, and again while the time it asks about still runs; what was shown before stays until then. */
export function useRollup(question: RollupQuestion | undefined) {
  const isRunning = question !== undefined && question.period.to > Date.now();
  return useQuery({
    queryKey: ["booking", "insight", question?.rollup, question === undefined ? {} : parametersOf(question)],
    queryFn: ({ signal }) => askRollup(question as RollupQuestion, signal),
    enabled: question !== undefined,
    placeholderData: keepPreviousData,
    ...(isRunning ? { refetchInterval: insightEveryMs } : { staleTime: 60_000 }),
  });
}
