import { useSyncExternalStore } from "react";
import { api } from "./client";

/**
 * How far the server's clock is ahead of this one, from the Date header of its answers. That is cut to seconds, and an
 * answer takes time; each one so leaves a span of possible offsets, and what all of them allow is closer than any one.
 * When nothing is left, a clock was set meanwhile, and the last answer counts.
 */
export class ServerClock {
  #low = Number.NEGATIVE_INFINITY;
  #high = Number.POSITIVE_INFINITY;
  readonly #listeners = new Set<() => void>();

  /** Milliseconds to add to this clock to have the server's; 0 before the first answer. */
  get skewMs(): number {
    return Number.isFinite(this.#low) && Number.isFinite(this.#high)
      ? Math.round((this.#low + this.#high) / 2)
      : 0;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Takes in an answer: its Date in milliseconds, and when its request was sent and it arrived, on this clock. */
  observe(dateMs: number, sentMs: number, arrivedMs: number): void {
    const before = this.skewMs;
    const [low, high] = [dateMs - arrivedMs, dateMs + 1000 - sentMs];
    const isOff = low > this.#high || high < this.#low;
    this.#low = isOff ? low : Math.max(this.#low, low);
    this.#high = isOff ? high : Math.min(this.#high, high);
    // Less than a countdown shows is not worth drawing anything anew.
    if (Math.abs(this.skewMs - before) < 50) return;
    for (const listener of this.#listeners) listener();
  }
}

/** The one clock of this page, set by every answer of the API. */
export const serverClock = new ServerClock();

const sent = new Map<string, number>();
api.use({
  onRequest: ({ id }) => {
    sent.set(id, Date.now());
  },
  onResponse: ({ id, response }) => {
    const sentMs = sent.get(id);
    sent.delete(id);
    const dateMs = Date.parse(response.headers.get("Date") ?? "");
    if (sentMs !== undefined && Number.isFinite(dateMs)) serverClock.observe(dateMs, sentMs, Date.now());
  },
  onError: ({ id }) => {
    sent.delete(id);
  },
});

/** For a Countdown's `skewMs`. */
export function useServerSkew(): number {
  return useSyncExternalStore(serverClock.subscribe, () => serverClock.skewMs);
}
