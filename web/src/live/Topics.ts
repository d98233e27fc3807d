import { LiveProblem } from "./LiveProblem";
import type { ServerMessage, Subscribed } from "./protocol";

/** A message of a topic. Offsets count up by one; a snapshot stands for everything up to its own. */
export interface TopicMessage {
  readonly event: string;
  readonly offset: number;
  readonly data: unknown;
}

export interface TopicListener {
  /** Whether messages come just now. */
  onLive?(isLive: boolean): void;
  onMessage(message: TopicMessage): void;
  /** The server does not give it to this client. */
  onRefused?(problem: LiveProblem): void;
  /** Something was heard of the server, if only that it is there. */
  onAlive?(): void;
}

const maxEpochs = 100;

interface TopicState {
  readonly listeners: Set<TopicListener>;
  /** What the client has, if anything. */
  last: { offset: number; epoch: string } | undefined;
  isLive: boolean;
  /** Counts subscriptions, so that an answer to an earlier one is not taken for this one's. */
  turn: number;
}

/** What the topics need of the client. */
export interface TopicWire {
  readonly isOpen: boolean;
  ask(event: string, data: unknown): Promise<unknown>;
}

/**
 * The topics this tab listens to. Each comes back behind the last message it had; where that is not to be had the
 * server sends a snapshot, and where a message is missing the topic is taken anew.
 */
export class Topics {
  readonly #topics = new Map<string, TopicState>();
  readonly #wire: TopicWire;
  /** Of topics listened to lately, so that who comes back to one can be told what it missed. */
  readonly #epochs = new Map<string, string>();

  constructor(wire: TopicWire) {
    this.#wire = wire;
  }

  get count(): number {
    return this.#topics.size;
  }

  /**
   * Adds a listener; one that joins others hears what comes, with a snapshot first.
   * @param after The last message it knows of, if this tab has listened to the topic before.
   * @returns The way to leave.
   */
  add(name: string, listener: TopicListener, after?: number): () => void {
    let topic = this.#topics.get(name);
    const isNew = topic === undefined;
    topic ??= { listeners: new Set(), last: this.#lastOf(name, after), isLive: false, turn: 0 };
    this.#topics.set(name, topic);
    topic.listeners.add(listener);
    if (isNew) this.#subscribe(name, topic);
    else void this.#again(name, topic);
    return () => this.#leave(name, topic, listener);
  }

  open(): void {
    for (const [name, topic] of this.#topics) this.#subscribe(name, topic);
  }

  close(): void {
    for (const topic of this.#topics.values()) this.#setLive(topic, false);
  }

  alive(): void {
    for (const topic of this.#topics.values()) for (const listener of topic.listeners) listener.onAlive?.();
  }

  /** Nobody is who it was: nothing is resumed, and everything is asked for anew. */
  forget(): void {
    for (const topic of this.#topics.values()) topic.last = undefined;
  }

  take(message: ServerMessage): void {
    if (message.event === "gap") {
      const { topic: name } = message.data as Subscribed;
      const topic = this.#topics.get(name);
      if (topic !== undefined) void this.#again(name, topic);
      return;
    }

    const topic = message.topic === undefined ? undefined : this.#topics.get(message.topic);
    if (topic?.last === undefined || message.offset === undefined) return;
    const isSnapshot = message.event.endsWith("_snapshot");
    if (message.offset <= topic.last.offset && !isSnapshot) return;
    if (message.offset > topic.last.offset + 1 && !isSnapshot) {
      void this.#again(message.topic as string, topic);
      return;
    }

    topic.last.offset = message.offset;
    const heard = { event: message.event, offset: message.offset, data: message.data };
    for (const listener of topic.listeners) listener.onMessage(heard);
  }

  #subscribe(name: string, topic: TopicState): void {
    if (!this.#wire.isOpen) return;
    const turn = ++topic.turn;
    const isCurrent = () => turn === topic.turn && this.#topics.get(name) === topic;
    this.#wire.ask("subscribe", { topic: name, ...topic.last }).then(
      () => {
        if (isCurrent()) this.#setLive(topic, true);
      },
      (problem: unknown) => {
        if (!isCurrent() || !(problem instanceof LiveProblem) || problem.refusal === undefined) return;
        this.#setLive(topic, false);
        for (const listener of topic.listeners) listener.onRefused?.(problem);
      },
    );
  }

  /** The answer itself, in the order of the socket: promises are told later than the messages behind it. */
  subscribed({ topic: name, epoch, offset, recovery }: Subscribed): void {
    const topic = this.#topics.get(name);
    if (topic === undefined) return;
    // What was missed follows the answer, so the client stands where it said it stood.
    const known = recovery === "complete" ? topic.last?.offset : undefined;
    topic.last = { offset: known ?? offset, epoch };
    this.#epochs.delete(name);
    this.#epochs.set(name, epoch);
    const [oldest] = this.#epochs.keys();
    if (this.#epochs.size > maxEpochs && oldest !== undefined) this.#epochs.delete(oldest);
  }

  #lastOf(name: string, after: number | undefined): TopicState["last"] {
    const epoch = this.#epochs.get(name);
    return after === undefined || epoch === undefined ? undefined : { offset: after, epoch };
  }

  /** Takes a topic from its beginning, which is a snapshot. */
  async #again(name: string, topic: TopicState): Promise<void> {
    topic.last = undefined;
    if (!this.#wire.isOpen) return;
    this.#setLive(topic, false);
    await this.#wire.ask("unsubscribe", { topic: name }).catch(() => undefined);
    if (this.#topics.get(name) === topic) this.#subscribe(name, topic);
  }

  #leave(name: string, topic: TopicState, listener: TopicListener): void {
    topic.listeners.delete(listener);
    if (topic.listeners.size > 0 || this.#topics.get(name) !== topic) return;
    this.#topics.delete(name);
    if (this.#wire.isOpen) this.#wire.ask("unsubscribe", { topic: name }).catch(() => undefined);
  }

  #setLive(topic: TopicState, isLive: boolean): void {
    if (topic.isLive === isLive) return;
    topic.isLive = isLive;
    for (const listener of topic.listeners) listener.onLive?.(isLive);
  }
}
