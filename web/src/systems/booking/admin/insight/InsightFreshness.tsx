import { QueryFreshness } from "@/kit/dashboard/QueryFreshness";
import { useInsight } from "./useInsight";
import { useLiveInsight } from "./useLiveInsight";

/** How new the newest numbers on the page are. */
export function InsightFreshness() {
  const status = useLiveInsight();
  const { isOpen } = useInsight();
  return <QueryFreshness of={["booking", "insight"]} isOpen={isOpen} isLate={status === "late"} />;
}
