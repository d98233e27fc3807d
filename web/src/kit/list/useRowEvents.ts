import { useCallback, useEffect, useRef } from "react";

/** As long as a pointer must stay on a row until that counts as interest: scrolling past is none. */
const restMs = 90;

/** A table's row events as functions that stay the same, so that rows need not be drawn anew for them. */
export function useRowEvents<Row>(
  onOpen: ((row: Row) => void) | undefined,
  onPoint: ((row: Row) => void) | undefined,
) {
  const given = useRef({ onOpen, onPoint });
  given.current = { onOpen, onPoint };
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);

  const open = useCallback((row: Row) => given.current.onOpen?.(row), []);
  const point = useCallback((row: Row | undefined) => {
    clearTimeout(resting.current);
    if (row !== undefined) resting.current = setTimeout(() => given.current.onPoint?.(row), restMs);
  }, []);
  return {
    open: onOpen === undefined ? undefined : open,
    point: onPoint === undefined ? undefined : point,
  };
}
