import type { Point } from "./geometry";

/** What hands do on the map, in points of its window. */
export interface GestureListener {
  /** Where the pointer is; undefined when it left. */
  onHover(at: Point | undefined): void;
  onTap(at: Point, isTouch: boolean): void;
  onPan(dx: number, dy: number): void;
  onZoom(at: Point, factor: number): void;
  /** A selection is being drawn, or is finished. Only where `isBrush` says so. */
  onBrush(from: Point, to: Point, isDone: boolean): void;
  /** Whether dragging with this pointer draws a selection rather than moves the map. */
  isBrush(event: PointerEvent): boolean;
}

const slackMouse = 4;
const slackTouch = 9;

/** Turns pointer and wheel events of an element into taps, pans, zooms and brushes. */
export function listenToGestures(element: HTMLElement, listener: GestureListener): () => void {
  const hands = new Hands(element, listener);
  const stop = new AbortController();
  const { signal } = stop;
  element.addEventListener("pointerdown", hands.down, { signal });
  element.addEventListener("pointermove", hands.move, { signal });
  element.addEventListener("pointerup", hands.up, { signal });
  element.addEventListener("pointercancel", hands.cancel, { signal });
  element.addEventListener("pointerleave", hands.leave, { signal });
  // Not passive: the page must not scroll or zoom with the map.
  element.addEventListener("wheel", hands.wheel, { passive: false, signal });
  return () => stop.abort();
}

class Hands {
  readonly #element: HTMLElement;
  readonly #listener: GestureListener;
  readonly #at = new Map<number, Point>();
  #start: Point = { x: 0, y: 0 };
  #hasMoved = false;
  #isBrush = false;

  constructor(element: HTMLElement, listener: GestureListener) {
    this.#element = element;
    this.#listener = listener;
  }

  readonly down = (event: PointerEvent) => {
    if (event.pointerType === "mouse" && event.button > 1) return;
    const at = this.#point(event);
    this.#element.setPointerCapture(event.pointerId);
    this.#at.set(event.pointerId, at);
    if (this.#at.size > 1) {
      this.#hasMoved = true;
      return;
    }
    this.#start = at;
    this.#hasMoved = false;
    this.#isBrush = event.button === 0 && this.#listener.isBrush(event);
  };

  readonly move = (event: PointerEvent) => {
    const at = this.#point(event);
    const before = this.#at.get(event.pointerId);
    if (before === undefined) {
      if (event.pointerType === "mouse" || event.pointerType === "pen") this.#listener.onHover(at);
      return;
    }
    if (this.#at.size > 1) {
      this.#pinch(event.pointerId, before, at);
      return;
    }
    const slack = event.pointerType === "touch" ? slackTouch : slackMouse;
    const isFar = Math.hypot(at.x - this.#start.x, at.y - this.#start.y) > slack;
    if (!this.#hasMoved && !isFar) return;
    const from = this.#hasMoved ? before : this.#start;
    this.#hasMoved = true;
    this.#at.set(event.pointerId, at);
    this.#listener.onHover(undefined);
    if (this.#isBrush) this.#listener.onBrush(this.#start, at, false);
    else this.#listener.onPan(at.x - from.x, at.y - from.y);
  };

  readonly up = (event: PointerEvent) => {
    const at = this.#point(event);
    if (!this.#at.delete(event.pointerId) || this.#at.size > 0) return;
    if (!this.#hasMoved) this.#listener.onTap(at, event.pointerType === "touch");
    else if (this.#isBrush) this.#listener.onBrush(this.#start, at, true);
  };

  readonly cancel = (event: PointerEvent) => {
    this.#at.delete(event.pointerId);
    this.#hasMoved = true;
  };

  readonly leave = () => {
    if (this.#at.size === 0) this.#listener.onHover(undefined);
  };

  readonly wheel = (event: WheelEvent) => {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    // Browsers report a pinch on a touchpad as a wheel with Ctrl, in small steps.
    const strength = event.ctrlKey ? 0.012 : 0.0016;
    const delta = Math.max(-300, Math.min(300, event.deltaY * lines));
    this.#listener.onZoom(this.#point(event), Math.exp(-delta * strength));
  };

  #pinch(id: number, before: Point, at: Point): void {
    const other = [...this.#at].find(([each]) => each !== id)?.[1];
    this.#at.set(id, at);
    if (other === undefined) return;
    const was = Math.hypot(before.x - other.x, before.y - other.y);
    const is = Math.hypot(at.x - other.x, at.y - other.y);
    this.#listener.onPan((at.x - before.x) / 2, (at.y - before.y) / 2);
    const middle = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
    if (was > 1) this.#listener.onZoom(middle, is / was);
  }

  #point(event: MouseEvent): Point {
    const box = this.#element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }
}
