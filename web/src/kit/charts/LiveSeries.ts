/** A value and when it was measured. */
export interface LivePoint {
  readonly at: number;
  readonly value: number;
}

/**
 * The last values of something that is measured all the time, in a ring: adding one makes no garbage and draws nothing;
 * whoever draws asks when it is time to.
 */
export class LiveSeries {
  readonly #times: Float64Array;
  readonly #values: Float64Array;
  #next = 0;
  #count = 0;
  #version = 0;

  constructor(capacity = 600) {
    this.#times = new Float64Array(capacity);
    this.#values = new Float64Array(capacity);
  }

  get count(): number {
    return this.#count;
  }

  /** Goes up with every value, so that who draws sees whether there is anything new. */
  get version(): number {
    return this.#version;
  }

  add(at: number, value: number): void {
    this.#times[this.#next] = at;
    this.#values[this.#next] = value;
    this.#next = (this.#next + 1) % this.#times.length;
    this.#count = Math.min(this.#count + 1, this.#times.length);
    this.#version += 1;
  }

  /** The values in order, oldest first. */
  each(take: (at: number, value: number) => void): void {
    const length = this.#times.length;
    for (let i = 0; i < this.#count; i++) {
      const index = (this.#next - this.#count + i + length) % length;
      take(this.#times[index] as number, this.#values[index] as number);
    }
  }

  get last(): LivePoint | undefined {
    if (this.#count === 0) return undefined;
    const index = (this.#next - 1 + this.#times.length) % this.#times.length;
    return { at: this.#times[index] as number, value: this.#values[index] as number };
  }

  points(): LivePoint[] {
    const all: LivePoint[] = [];
    this.each((at, value) => all.push({ at, value }));
    return all;
  }
}
