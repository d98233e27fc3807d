import type { Span } from "../board/boardSearch";

/** A player's place on one board. */
export interface Standing {
  readonly span: Span;
  readonly rank: number;
  readonly score: number;
  /** How many are on the board. */
  readonly size: number;
}

/** A player's place at the end of a day. */
export interface PlayerDay {
  /** As 2030-12-31. */
  readonly day: string;
  /** Undefined where it is not known any more. */
  readonly rank: number | undefined;
  readonly score: number | undefined;
}
