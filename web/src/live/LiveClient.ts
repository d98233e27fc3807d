import { Backoff } from "./Backoff";
import { closeCodes, hintOf, messageOf, type Subscribed } from "./protocol";
import { type RequestOptions, Requests } from "./Requests";
import { type TopicListener, Topics } from "./Topics";

/** What signs the socket in. */
export interface LiveTicket {
  readonly ticket: string;
  readonly signedInUntil: string;
}

/** A browser's WebSocket, as far as it is used. */
export interface LiveSocket {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
  send(text: string): void;
  close(code?: number): void;
}

export interface LiveOptions {
  readonly url: string;
  readonly open: (url: string) => LiveSocket;
  /** A ticket for who sits here; undefined for nobody. */
  readonly ticket: () => Promise<LiveTicket | undefined>;
  readonly random?: () => number;
}

/** Not needed; on the way; there; waiting for the next attempt; sent away for good. */
export type LiveStatus = "idle" | "connecting" | "open" | "waiting" | "refused";

const idleMs = 30_000;
const quietMs = 20_000;
const pongMs = 10_000;
const openMs = 10_000;
const signInAheadMs = 60_000;

/**
 * One socket to the server for the whole tab: connects while somebody listens or asks, signs in with a ticket, and
 * comes back by itself. Topics go on where they were, requests that may be repeated wait.
 */
export class LiveClient {
  readonly #options: LiveOptions;
  readonly #backoff: Backoff;
  readonly #requests: Requests;
  readonly #topics: Topics;
  readonly #listeners = new Set<() => void>();
  #keepers = 0;
  #status: LiveStatus = "idle";
  #socket: LiveSocket | undefined;
  #attempt = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #signIn: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LiveOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.random);
    this.#requests = new Requests(() => this.#need());
    const isOpen = () => this.#status === "open";
    this.#topics = new Topics({
      get isOpen() {
        return isOpen();
      },
      ask: (event, data) => this.#requests.ask(event, data),
    });
  }

  get status(): LiveStatus {
    return this.#status;
  }

  /** Attempts in a row that came to nothing. */
  get failures(): number {
    return this.#backoff.failures;
  }

  readonly onStatus = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Listens to a topic.
   * @param after The last message that is known, if this tab has listened to it before.
   * @returns The way to end that.
   */
  listen(topic: string, listener: TopicListener, after?: number): () => void {
    const leave = this.#topics.add(topic, listener, after);
    this.#need();
    return () => {
      leave();
      this.#rest();
    };
  }

  /**
   * Keeps the socket while nobody else needs it, to know whether the server is there.
   * @returns The way to end that.
   */
  keep(): () => void {
    this.#keepers++;
    this.#need();
    let isKept = true;
    return () => {
      if (!isKept) return;
      isKept = false;
      this.#keepers--;
      this.#rest();
    };
  }

  /** Asks the server for something; rejects with a `LiveProblem`. */
  async ask<T>(event: string, data: unknown, options?: RequestOptions): Promise<T> {
    try {
      return (await this.#requests.ask(event, data, options)) as T;
    } finally {
      this.#rest();
    }
  }

  /** Tries at once what it was waiting to try, and looks whether an open socket still is one. */
  hurry(): void {
    if (this.#status === "waiting") this.#connect();
    else if (this.#status === "open") this.#ping();
  }

  /** Somebody else sits here: begins anew, as whom it is. */
  renew(): void {
    this.#topics.forget();
    if (this.#status === "idle") return;
    this.#drop("idle", closeCodes.done);
    this.#need();
  }

  #need(): void {
    clearTimeout(this.#idle);
    if (this.#status === "idle" && this.#isNeeded) this.#connect();
  }

  get #isNeeded(): boolean {
    return this.#keepers > 0 || this.#topics.count > 0 || this.#requests.count > 0;
  }

  /** Nobody needs it: it stays a while for the next page. */
  #rest(): void {
    if (this.#isNeeded || this.#status === "idle") return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      if (this.#isNeeded) return;
      this.#drop("idle", closeCodes.done);
    }, idleMs);
  }

  #connect(): void {
    clearTimeout(this.#pause);
    this.#setStatus("connecting");
    const attempt = ++this.#attempt;
    this.#options
      .ticket()
      .then((ticket) => {
        if (attempt === this.#attempt) this.#open(attempt, ticket);
      })
      .catch(() => {
        if (attempt === this.#attempt) this.#fail(undefined);
      });
  }

  #open(attempt: number, ticket: LiveTicket | undefined): void {
    const query = ticket === undefined ? "" : `?ticket=${encodeURIComponent(ticket.ticket)}`;
    const socket = this.#options.open(this.#options.url + query);
    this.#socket = socket;
    const isCurrent = () => attempt === this.#attempt;
    this.#pause = setTimeout(() => {
      if (isCurrent()) this.#fail(undefined);
    }, openMs);
    socket.onopen = () => {
      if (!isCurrent()) return;
      clearTimeout(this.#pause);
      this.#setStatus("open");
      this.#requests.open((text) => socket.send(text));
      this.#topics.open();
      this.#stayIn(ticket);
      this.#heard();
    };
    socket.onmessage = ({ data }) => {
      if (isCurrent()) this.#take(data);
    };
    socket.onclose = ({ code, reason }) => {
      if (!isCurrent()) return;
      if (code === closeCodes.forbidden) {
        this.#drop("refused");
      } else {
        this.#fail(code === closeCodes.signedOut && this.#backoff.failures === 0 ? 0 : hintOf(reason));
      }
    };
  }

  #take(text: unknown): void {
    const message = messageOf(text);
    if (message === undefined) return;
    this.#backoff.reset();
    this.#heard();
    if (message.event === "subscribed") this.#topics.subscribed(message.data as Subscribed);
    if (!this.#requests.take(message)) this.#topics.take(message);
  }

  /** The server spoke; when it is quiet for long it is asked whether it is there. */
  #heard(): void {
    this.#topics.alive();
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#ping(), quietMs);
  }

  #ping(): void {
    const attempt = this.#attempt;
    this.#requests.ask("ping", {}, { timeoutMs: pongMs }).catch(() => {
      if (attempt === this.#attempt && this.#status === "open") this.#fail(undefined);
    });
  }

  /** Signs in again on the same socket, before the server would end it. */
  #stayIn(ticket: LiveTicket | undefined): void {
    clearTimeout(this.#signIn);
    if (ticket === undefined) return;
    const left = Date.parse(ticket.signedInUntil) - Date.now() - signInAheadMs;
    const attempt = this.#attempt;
    this.#signIn = setTimeout(
      async () => {
        const next = await this.#options.ticket().catch(() => undefined);
        if (attempt !== this.#attempt || next === undefined) return;
        await this.#requests.ask("auth", { ticket: next.ticket }).catch(() => undefined);
        if (attempt === this.#attempt) this.#stayIn(next);
      },
      Math.max(left, signInAheadMs / 4),
    );
  }

  #fail(hintMs: number | undefined): void {
    this.#drop("waiting");
    if (!this.#isNeeded) {
      this.#setStatus("idle");
      return;
    }

    this.#pause = setTimeout(() => this.#connect(), this.#backoff.next(hintMs));
  }

  #drop(status: LiveStatus, code?: number): void {
    this.#attempt++;
    this.#status = status; // listeners who are told below ask for it
    for (const timer of [this.#pause, this.#quiet, this.#idle, this.#signIn]) clearTimeout(timer);
    this.#socket?.close(code);
    this.#socket = undefined;
    this.#topics.close();
    this.#requests.close();
    this.#tellStatus();
  }

  #setStatus(status: LiveStatus): void {
    if (this.#status === status) return;
    this.#status = status;
    this.#tellStatus();
  }

  #tellStatus(): void {
    for (const listener of this.#listeners) listener();
  }
}
