import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { parametersOf, type RollupQuestion, type RollupTable } from "./rollup";

/** How often numbers of a time that still runs are read anew. */
export const insightEveryMs = 10_000;

/** Asks one of a system's rollups. */
export type AskRollup = (question: RollupQuestion, signal: AbortSignal) => Promise<RollupTable>;

/** Asks a rollup, and again while the time it asks about still runs; what was shown before stays until then. */
export function useRollupOf(system: string, ask: AskRollup, question: RollupQuestion | undefined) {
  const isRunning = question !== undefined && question.period.to > Date.now();
  return useQuery({
    queryKey: [system, "insight", question?.rollup, question === undefined ? {} : parametersOf(question)],
    queryFn: ({ signal }) => ask(question as RollupQuestion, signal),
    enabled: question !== undefined,
    placeholderData: keepPreviousData,
    ...(isRunning ? { refetchInterval: insightEveryMs } : { staleTime: 60_000 }),
  });
}
