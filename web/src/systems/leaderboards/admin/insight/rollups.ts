import { api, type Schemas, take } from "@/api/client";
import { parametersOf, type RollupQuestion } from "@/kit/dashboard/rollup";

/** Asks one of the leaderboards' rollups. */
export function askRollup(
  question: RollupQuestion,
  signal: AbortSignal,
): Promise<Schemas["RollupTableAnswer"]> {
  return take(
    api.GET("/leaderboards/api/admin/insight/rollups/{name}", {
      // The names of dimensions are parameters, too: each rollup has its own.
      params: { path: { name: question.rollup }, query: parametersOf(question) },
      signal,
    }),
  );
}
