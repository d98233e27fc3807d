import { useCallback, useRef } from "react";

/** Changes a part of the URL's search; the same function however often the page is drawn. */
export function useSearchChange<T extends object>(
  navigate: (to: { search: (before: T) => T }) => unknown,
): (change: Partial<T>) => void {
  const latest = useRef(navigate);
  latest.current = navigate;
  return useCallback((change) => void latest.current({ search: (before) => ({ ...before, ...change }) }), []);
}
