import { useQueryClient } from "@tanstack/react-query";
import { useNow } from "../useNow";
import { Freshness } from "./Freshness";
import { insightEveryMs } from "./useRollupOf";

interface Props {
  /** What the queries of the page begin with. */
  readonly of: readonly string[];
  /** Whether the time shown still runs: numbers of one that is over do not age. */
  readonly isOpen: boolean;
  /** Whether something is known to be wrong with the stream. */
  readonly isLate?: boolean;
}

/** How new the newest numbers on the page are. */
export function QueryFreshness({ of, isOpen, isLate = false }: Props) {
  useNow(1000);
  const cache = useQueryClient().getQueryCache();
  const states = cache.findAll({ queryKey: of, type: "active" }).map(({ state }) => state);
  const at = Math.max(0, ...states.map(({ dataUpdatedAt }) => dataUpdatedAt));
  const isFailing = states.some(({ fetchFailureCount }) => fetchFailureCount > 0);
  return (
    <Freshness
      at={at}
      staleMs={isOpen ? 3 * insightEveryMs : Number.POSITIVE_INFINITY}
      isFailing={isFailing || isLate}
    />
  );
}
