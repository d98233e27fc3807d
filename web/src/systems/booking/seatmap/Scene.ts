import type { Box, Placement } from "./geometry";
import type { HouseSeat } from "./House";
import type { SeatLook } from "./SeatLook";

/** What becomes of an area, for its face on the map. */
export interface AreaFace {
  readonly free: number;
  /** Places chosen or held by whoever looks. */
  readonly mine: number;
}

/** Everything that is on the map at a moment. */
export interface Scene {
  readonly placement: Placement;
  readonly lookOf: (seat: HouseSeat) => SeatLook;
  readonly areas: readonly AreaFace[];
  /** Seats that changed before the eyes, with the moment they did. */
  readonly flashes: ReadonlyMap<number, number>;
  readonly hovered: number | undefined;
  readonly hoveredArea: number | undefined;
  /** The keyboard's seat while the map has the focus. */
  readonly cursor: number | undefined;
  /** A selection being drawn. */
  readonly brush: Box | undefined;
  /** Whether there is a screen to sit before. */
  readonly hasScreen: boolean;
}

/** How long a change is shown, in milliseconds. */
export const flashMs = 900;
