/**
 * The keys of one thing a person wants done once. Trying the same again (a double click, a retry after a lost answer)
 * sends the same key, so the server does it once; wanting something else, or having succeeded, begins a new key.
 */
export class IdempotencyKeys {
  #key: string | undefined;
  #wish: string | undefined;

  /** The key to send with this body. */
  keyFor(body: unknown): string {
    const wish = JSON.stringify(body);
    if (this.#key === undefined || wish !== this.#wish) {
      this.#key = newKey();
      this.#wish = wish;
    }

    return this.#key;
  }

  /** It is done: the same wish again is a new one. */
  settle(): void {
    this.#key = undefined;
    this.#wish = undefined;
  }
}

/** `crypto.randomUUID` exists only on secure origins; a plain http address in one's own network is none. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
