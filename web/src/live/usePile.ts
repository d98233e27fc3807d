import { useCallback, useEffect, useRef, useState } from "react";

export interface Pile<T> {
  /** Puts on the pile what came. */
  readonly add: (items: readonly T[]) => void;
  /** Holds it still for somebody who reads, or lets it go on. */
  readonly hold: (isHeld: boolean) => void;
  /** How many wait while it is held. */
  readonly waiting: number;
}

/**
 * Gathers what comes, to be painted a few times a second, and not at all while it is held.
 * @param paint Takes what was gathered, in the order it came.
 * @param most How many are gathered at most; of more the earliest are dropped.
 */
export function usePile<T>(paint: (items: readonly T[]) => void, paintMs = 250, most = 10_000): Pile<T> {
  const pile = useRef<T[]>([]);
  const latest = useRef(paint);
  const [isHeld, setHeld] = useState(false);
  const [waiting, setWaiting] = useState(0);
  useEffect(() => {
    latest.current = paint;
  });
  useEffect(() => {
    const timer = setInterval(() => {
      const items = pile.current;
      setWaiting(isHeld ? items.length : 0);
      if (isHeld || items.length === 0) return;
      pile.current = [];
      latest.current(items);
    }, paintMs);
    return () => clearInterval(timer);
  }, [isHeld, paintMs]);
  const add = useCallback(
    (items: readonly T[]) => {
      pile.current.push(...items);
      if (pile.current.length > most) pile.current.splice(0, pile.current.length - most);
    },
    [most],
  );
  return { add, hold: setHeld, waiting };
}
