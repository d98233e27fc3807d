import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api, take } from "@/api/client";
import { IdempotencyKeys } from "@/api/idempotency";
import { asProblem } from "@/api/problem";
import type { ShowtimeBody } from "../bodies";

/** What became of a showtime of a series. */
export type Outcome =
  | { readonly state: "made"; readonly id: string }
  | { readonly state: "failed"; readonly reason: string };

interface Wanted {
  readonly key: string;
  readonly body: ShowtimeBody;
}

/** How often a showtime is tried again when the server is only busy. */
const maxTries = 5;

/** Makes the showtimes of a series one after the other; it can be stopped and taken up again. */
export function useSeriesRun() {
  const client = useQueryClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [isRunning, setRunning] = useState(false);
  const isStopped = useRef(false);
  // A showtime keeps its key: made anew after a lost answer, it is made once.
  const keys = useRef(new Map<string, IdempotencyKeys>()).current;

  const makeOne = async ({ key, body }: Wanted): Promise<Outcome> => {
    const own = keys.get(key) ?? new IdempotencyKeys();
    keys.set(key, own);
    for (let tries = 1; ; tries++) {
      try {
        const params = { header: { "Idempotency-Key": own.keyFor(body) } };
        const { id } = await take(api.POST("/booking/api/showtimes", { body, params }));
        return { state: "made", id };
      } catch (error) {
        const problem = asProblem(error);
        if (!problem.isPassing || tries >= maxTries || isStopped.current) {
          const [field] = Object.values(problem.fields).flat();
          return { state: "failed", reason: field ?? problem.detail ?? problem.title };
        }

        await new Promise((resolve) => setTimeout(resolve, (problem.retryAfter ?? tries) * 1000));
      }
    }
  };

  const run = async (wanted: readonly Wanted[]) => {
    isStopped.current = false;
    setRunning(true);
    for (const each of wanted) {
      if (isStopped.current) break;
      const outcome = await makeOne(each);
      setOutcomes((before) => new Map(before).set(each.key, outcome));
    }

    setRunning(false);
    await client.invalidateQueries({ queryKey: ["booking"] });
  };

  return {
    outcomes,
    isRunning,
    run,
    stop: () => {
      isStopped.current = true;
    },
  };
}
