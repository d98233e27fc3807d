import type { SeatStatus } from "../../seatmap/House";

/** An area's places as the live stream tells them. */
export interface AreaPlaces {
  readonly area: string;
  readonly free: number;
  readonly held: number;
  readonly sold: number;
}

/** All seats as they are at a version: a letter a seat, in the plan's order. */
export interface SeatSnapshot {
  readonly kind: "snapshot";
  readonly version: number;
  readonly statuses: string;
  readonly areas: readonly AreaPlaces[];
}

/** What one change did. Versions count up by one. */
export interface SeatDiff {
  readonly kind: "diff";
  readonly version: number;
  readonly changes: readonly { readonly seat: string; readonly status: SeatStatus }[];
  readonly areas: readonly AreaPlaces[];
}

/** What was heard so far is not to be built upon: a snapshot comes next. */
export interface SeatResync {
  readonly kind: "resync";
}

export type SeatEvent = SeatSnapshot | SeatDiff | SeatResync;

/** What a feed tells of one connection. */
export interface FeedListener {
  /** It stands; events follow. */
  onOpen(): void;
  onEvent(event: SeatEvent): void;
  /** Something arrived, if only a sign of life. */
  onAlive(): void;
  /** It ended, and nothing more is told. `retryAfterMs` is what the server asked for, if it did. */
  onEnd(retryAfterMs: number | undefined): void;
}

/** Where changes of seats come from: one connection at a time, whatever the transport. */
export interface SeatFeed {
  /**
   * Connects to a showtime's seats.
   * @param after The last version that is known: what follows it comes first, or a snapshot.
   * @returns The way to end it; the listener hears nothing after that.
   */
  connect(showtimeId: string, after: number | undefined, listener: FeedListener): () => void;
}
