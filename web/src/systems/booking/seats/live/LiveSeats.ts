import type { House, SeatStatus } from "../../seatmap/House";
import type { AreaPlaces, SeatEvent, SeatFeed } from "./SeatFeed";
import { SeatSequence } from "./SeatSequence";

/** The seats as they are, for drawing. */
export interface SeatsNow {
  readonly version: number;
  readonly statuses: readonly SeatStatus[];
  readonly areas: readonly AreaPlaces[];
  /** Whether changes arrive as they happen: `late` when the stream stalls or is being taken up again. */
  readonly stream: "connecting" | "live" | "late";
  /** Seats that changed of late, with the moment they did, by `performance.now()`. */
  readonly flashes: ReadonlyMap<number, number>;
}

/** What the connection is kept with; tests bring their own. */
export interface LiveTiming {
  readonly now: () => number;
  readonly random: () => number;
  readonly after: (ms: number, act: () => void) => () => void;
  /** Calls once before the next frame is painted, so that a burst is drawn once. */
  readonly frame: (act: () => void) => () => void;
}

/** The server sends a sign of life every 15 seconds. */
const silenceMs = 40_000;
const firstPauseMs = 500;
const longestPauseMs = 30_000;
const flashForMs = 1500;

/**
 * Keeps a showtime's seats up to date: connects, takes events in order, begins again from a snapshot when something is
 * missing, and comes back after every end, later each time and never at the same moment as everybody else.
 */
export class LiveSeats {
  readonly #feed: SeatFeed;
  readonly #showtimeId: string;
  readonly #timing: LiveTiming;
  readonly #sequence: SeatSequence;
  readonly #listeners = new Set<() => void>();
  #now: SeatsNow;
  #flashes = new Map<number, number>();
  #stream: SeatsNow["stream"] = "connecting";
  #failures = 0;
  #disconnect: (() => void) | undefined;
  #cancelPause: (() => void) | undefined;
  #cancelWatch: (() => void) | undefined;
  #cancelFrame: (() => void) | undefined;

  constructor(
    feed: SeatFeed,
    showtimeId: string,
    house: House,
    first: { version: number; statuses: readonly SeatStatus[]; areas: readonly AreaPlaces[] },
    timing: LiveTiming = browserTiming,
  ) {
    this.#feed = feed;
    this.#showtimeId = showtimeId;
    this.#timing = timing;
    this.#sequence = new SeatSequence(house, first.version, first.statuses, first.areas);
    this.#now = { ...first, stream: "connecting", flashes: new Map() };
  }

  get now(): SeatsNow {
    return this.#now;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    this.#connect();
  }

  stop(): void {
    this.#drop();
    this.#cancelPause?.();
    this.#cancelFrame?.();
    this.#cancelPause = undefined;
    this.#cancelFrame = undefined;
  }

  /** Comes back at once instead of after the pause, as when the network is there again. */
  hurry(): void {
    if (this.#cancelPause === undefined) return;
    this.#cancelPause();
    this.#connect();
  }

  /** Takes the stream for ended, as when the network is gone: a connection may not notice that for long. */
  lose(): void {
    this.#comeBack(undefined);
  }

  #connect(): void {
    this.#drop();
    this.#cancelPause = undefined;
    this.#disconnect = this.#feed.connect(this.#showtimeId, this.#sequence.version, {
      onOpen: () => this.#watch(),
      onAlive: () => this.#alive(),
      onEvent: (event) => this.#take(event),
      onEnd: (retryAfterMs) => this.#comeBack(retryAfterMs),
    });
    this.#watch();
  }

  #drop(): void {
    this.#disconnect?.();
    this.#cancelWatch?.();
    this.#disconnect = undefined;
    this.#cancelWatch = undefined;
  }

  /** A connection that says nothing for too long is dead, whatever the network believes. */
  #watch(): void {
    this.#cancelWatch?.();
    this.#cancelWatch = this.#timing.after(silenceMs, () => this.#comeBack(undefined));
  }

  #alive(): void {
    this.#failures = 0;
    this.#watch();
    this.#tell("live");
  }

  #take(event: SeatEvent): void {
    const taken = this.#sequence.take(event);
    if (taken.outcome === "gap") {
      // After a resync the snapshot comes by itself; a gap nobody spoke of is closed by asking anew without a version.
      if (event.kind === "diff") this.#connect();
      return;
    }
    if (taken.outcome === "repeated") return;
    const at = this.#timing.now();
    // A snapshot at the beginning is no news worth showing seat by seat.
    if (event.kind === "diff") for (const index of taken.changed) this.#flashes.set(index, at);
    this.#show();
  }

  #comeBack(retryAfterMs: number | undefined): void {
    this.#drop();
    this.#tell("late");
    const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** this.#failures);
    this.#failures++;
    const wait = Math.max(retryAfterMs ?? 0, pause * (0.5 + this.#timing.random()));
    this.#cancelPause?.();
    this.#cancelPause = this.#timing.after(wait, () => this.#connect());
  }

  #tell(stream: SeatsNow["stream"]): void {
    if (this.#stream === stream) return;
    this.#stream = stream;
    this.#show();
  }

  #show(): void {
    this.#cancelFrame ??= this.#timing.frame(() => {
      this.#cancelFrame = undefined;
      const now = this.#timing.now();
      for (const [index, since] of this.#flashes) if (now - since > flashForMs) this.#flashes.delete(index);
      this.#now = {
        version: this.#sequence.version ?? this.#now.version,
        statuses: this.#sequence.statuses(),
        areas: this.#sequence.areas(),
        stream: this.#stream,
        flashes: new Map(this.#flashes),
      };
      for (const listener of this.#listeners) listener();
    });
  }
}

const browserTiming: LiveTiming = {
  now: () => performance.now(),
  random: Math.random,
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  // A tab in the background paints nothing, and should not grow a queue either.
  frame: (act) => {
    const timer = setTimeout(act, 16);
    return () => clearTimeout(timer);
  },
};
