import { LiveProblem } from "./LiveProblem";
import type { Refusal, ServerMessage } from "./protocol";

const maxWaiting = 50;
const timeoutMs = 15_000;

export interface RequestOptions {
  /** From now until the answer, the time without a connection included. */
  readonly timeoutMs?: number;
  /**
   * Whether repeating it does no harm, as with an idempotency key in its data: then it waits for a connection, and is
   * sent once more when one breaks before the answer.
   */
  readonly isRepeatable?: boolean;
}

interface Pending {
  readonly id: number;
  readonly text: string;
  readonly isRepeatable: boolean;
  readonly timer: ReturnType<typeof setTimeout>;
  readonly resolve: (data: unknown) => void;
  readonly reject: (problem: LiveProblem) => void;
}

/**
 * Requests on their way, by id, in the order they were made. Those that may be repeated outlive a connection; this is
 * the outbox, bounded and in the tab's memory.
 */
export class Requests {
  readonly #pending = new Map<number, Pending>();
  readonly #onQueue: () => void;
  #send: ((text: string) => void) | undefined;
  #lastId = 0;

  /** @param onQueue Called when something waits for a connection. */
  constructor(onQueue: () => void) {
    this.#onQueue = onQueue;
  }

  get count(): number {
    return this.#pending.size;
  }

  ask(event: string, data: unknown, options: RequestOptions = {}): Promise<unknown> {
    const isRepeatable = options.isRepeatable ?? false;
    if (this.#send === undefined && !isRepeatable) {
      return Promise.reject(new LiveProblem("offline", "There is no connection."));
    }
    if (this.#pending.size >= maxWaiting) {
      return Promise.reject(new LiveProblem("too_many", "Too many requests are waiting."));
    }

    const id = ++this.#lastId;
    const text = JSON.stringify({ event, id, data });
    return new Promise((resolve, reject) => {
      const late = () => this.#settle(id)?.reject(new LiveProblem("timeout", "The server did not answer."));
      const timer = setTimeout(late, options.timeoutMs ?? timeoutMs);
      this.#pending.set(id, { id, text, isRepeatable, timer, resolve, reject });
      if (this.#send === undefined) this.#onQueue();
      else this.#send(text);
    });
  }

  /** There is a connection: what waits is sent, oldest first. */
  open(send: (text: string) => void): void {
    this.#send = send;
    for (const { text } of this.#pending.values()) send(text);
  }

  /** There is none any more: what may be repeated waits, the rest may or may not have happened. */
  close(): void {
    this.#send = undefined;
    for (const { id, isRepeatable } of [...this.#pending.values()]) {
      if (isRepeatable) continue;
      this.#settle(id)?.reject(new LiveProblem("connection_lost", "The connection broke before the answer."));
    }
  }

  /** Takes an answer; false when the message is none. */
  take(message: ServerMessage): boolean {
    if (message.id === undefined) return false;
    const request = this.#settle(message.id);
    if (request === undefined) return true; // it came too late
    if (message.event !== "error") request.resolve(message.data);
    else {
      const refusal = message.data as Refusal;
      request.reject(new LiveProblem(refusal.code, refusal.message, refusal));
    }
    return true;
  }

  #settle(id: number): Pending | undefined {
    const request = this.#pending.get(id);
    if (request === undefined) return undefined;
    this.#pending.delete(id);
    clearTimeout(request.timer);
    return request;
  }
}
