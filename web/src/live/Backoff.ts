const firstMs = 500;
const longestMs = 30_000;

/**
 * How long to wait before the next attempt: anything up to a bound that doubles (full jitter), so that clients that
 * were cut off together do not come back together. A server that says how long has spread its clients itself.
 */
export class Backoff {
  readonly #random: () => number;
  #failures = 0;

  constructor(random: () => number = Math.random) {
    this.#random = random;
  }

  /** Attempts since the last that succeeded. */
  get failures(): number {
    return this.#failures;
  }

  /** The pause after one more failure. */
  next(hintMs: number | undefined): number {
    const bound = Math.min(longestMs, firstMs * 2 ** this.#failures);
    this.#failures++;
    return hintMs ?? bound * this.#random();
  }

  reset(): void {
    this.#failures = 0;
  }
}
