import { useCallback, useRef } from "react";
import type { InsightSearch } from "./insightSearch";

type Navigate = (to: { search: (before: InsightSearch) => InsightSearch }) => unknown;

/** Changes a part of the URL's search; the same function however often the page is drawn. */
export function useChange(navigate: Navigate): (change: InsightSearch) => void {
  const latest = useRef(navigate);
  latest.current = navigate;
  return useCallback((change) => void latest.current({ search: (before) => ({ ...before, ...change }) }), []);
}
