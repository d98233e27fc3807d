import { drawSeat } from "./drawSeat";
import type { SeatKind } from "./House";
import type { Inks } from "./inks";
import type { SeatLook } from "./SeatLook";

const most = 512;

/**
 * Seats drawn once and stamped often: a house of thousands has a few dozen different ones at a time. Sizes are whole
 * device pixels, so stamps stay sharp.
 */
export class SeatSprites {
  readonly #inks: Inks;
  readonly #made = new Map<string, HTMLCanvasElement>();

  constructor(inks: Inks) {
    this.#inks = inks;
  }

  of(size: number, zone: number, look: SeatLook, kind: SeatKind): HTMLCanvasElement {
    const key = `${size} ${zone} ${look} ${kind}`;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    if (this.#made.size >= most) this.#made.clear();
    const sprite = document.createElement("canvas");
    sprite.width = size;
    sprite.height = size;
    const paper = sprite.getContext("2d");
    if (paper !== null) drawSeat(paper, size, zone, look, kind, this.#inks);
    this.#made.set(key, sprite);
    return sprite;
  }
}
