import { useBlocker } from "@tanstack/react-router";
import { useCallback, useEffect, useRef } from "react";

/** Holds back a navigation while something is unsaved; closing the window asks in the browser's own way. */
export function useUnsavedGuard(isDirty: boolean) {
  const isReleased = useRef(false);
  useEffect(() => {
    if (!isDirty) isReleased.current = false;
  }, [isDirty]);
  const blocker = useBlocker({
    shouldBlockFn: () => isDirty && !isReleased.current,
    enableBeforeUnload: () => isDirty && !isReleased.current,
    withResolver: true,
  });
  /** What is there was saved or given up: the next navigation goes through. */
  const release = useCallback(() => {
    isReleased.current = true;
  }, []);
  return { blocker, release };
}

export type UnsavedGuard = ReturnType<typeof useUnsavedGuard>;
