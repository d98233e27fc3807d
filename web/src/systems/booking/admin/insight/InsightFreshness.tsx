import { useQueryClient } from "@tanstack/react-query";
import { Freshness } from "@/kit/dashboard/Freshness";
import { useNow } from "@/kit/useNow";
import { insightEveryMs, useInsight } from "./useInsight";
import { useLiveInsight } from "./useLiveInsight";

/** How new the newest numbers on the page are; those of a time that is over do not age. */
export function InsightFreshness() {
  useNow(1000);
  const status = useLiveInsight();
  const { isOpen } = useInsight();
  const cache = useQueryClient().getQueryCache();
  const states = cache
    .findAll({ queryKey: ["booking", "insight"], type: "active" })
    .map(({ state }) => state);
  const at = Math.max(0, ...states.map(({ dataUpdatedAt }) => dataUpdatedAt));
  const isFailing = states.some(({ fetchFailureCount }) => fetchFailureCount > 0);
  return (
    <Freshness
      at={at}
      staleMs={isOpen ? 3 * insightEveryMs : Number.POSITIVE_INFINITY}
      isFailing={isFailing || status === "late"}
    />
  );
}
