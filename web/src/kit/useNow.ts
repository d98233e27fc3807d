import { useSyncExternalStore } from "react";

const tickers = new Map<number, { subscribe: (listener: () => void) => () => void; now: () => number }>();

/** One clock for all components that ask for the same step, so that a table of times has one timer. */
function tickerOf(stepMs: number) {
  const known = tickers.get(stepMs);
  if (known !== undefined) return known;
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setInterval> | undefined;
  let at = Date.now();
  const made = {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      at = Date.now();
      timer ??= setInterval(() => {
        at = Date.now();
        for (const each of listeners) each();
      }, stepMs);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    now: () => {
      if (timer === undefined) at = Date.now();
      return Math.floor(at / 250) * 250;
    },
  };
  tickers.set(stepMs, made);
  return made;
}

/** The time in milliseconds, renewed every step. */
export function useNow(stepMs: number): number {
  const ticker = tickerOf(stepMs);
  return useSyncExternalStore(ticker.subscribe, ticker.now);
}
