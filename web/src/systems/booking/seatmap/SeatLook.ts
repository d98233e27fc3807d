import type { SeatStatus } from "./House";

/**
 * How a seat is drawn. `chosen` is picked but not asked for yet, `mine` is held for whoever looks, `refused` was
 * wanted and is somebody else's, `faded` is free but filtered out.
 */
export type SeatLook = SeatStatus | "faded" | "chosen" | "mine" | "refused";

/** What a seat's look is called, for legends, tooltips and screen readers. */
export const lookNames: Readonly<Record<SeatLook, string>> = {
  free: "free",
  faded: "free",
  chosen: "chosen",
  mine: "held for you",
  held: "held by somebody else",
  sold: "sold",
  blocked: "not for sale",
  refused: "just taken",
};
