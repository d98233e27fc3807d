import {
  between,
  type Camera,
  fitBox,
  type Insets,
  keepInside,
  noInsets,
  pan,
  reveal,
  type Size,
  toMap,
  zoomAt,
} from "./camera";
import { type Box, type Hit, hitTest, type Point, seatSize } from "./geometry";
import { type GestureListener, listenToGestures } from "./gestures";
import { inksOf } from "./inks";
import { type Brushes, paint } from "./paint";
import type { Scene } from "./Scene";
import { SeatSprites } from "./SeatSprites";

/** What the stage tells. */
export interface StageListener {
  onHover(hit: Hit | undefined, at: Point | undefined): void;
  onTap(hit: Hit | undefined): void;
  onBrush(box: Box, isDone: boolean): void;
  isBrush(event: PointerEvent): boolean;
}

/** Where one looks, for what is drawn beside the map. */
export interface StageView {
  readonly camera: Camera;
  readonly window: Size;
  /** Whether all of the house is in view. */
  readonly isWhole: boolean;
}

const moveMs = 180;
/** A fingertip does not hit a smaller seat: the first tap comes nearer instead. */
const touchable = 17;
const touchScale = 30 / seatSize;
const nothing: StageView = {
  camera: { scale: 1, x: 0, y: 0 },
  window: { width: 0, height: 0 },
  isWhole: true,
};

/** The canvas, the camera before it, and the frames it is painted in. Paints only when something changed. */
export class SeatMapStage implements GestureListener {
  readonly #canvas: HTMLCanvasElement;
  readonly #listener: StageListener;
  readonly #watchers = new Set<() => void>();
  readonly #stopGestures: () => void;
  readonly #reduced = matchMedia("(prefers-reduced-motion: reduce)");
  #scene: Scene | undefined;
  #brushes: Brushes | undefined;
  #view = nothing;
  #insets = noInsets;
  #isFitted = true;
  #frame = 0;
  #move: { readonly from: Camera; readonly to: Camera; readonly start: number } | undefined;

  constructor(canvas: HTMLCanvasElement, listener: StageListener) {
    this.#canvas = canvas;
    this.#listener = listener;
    this.#stopGestures = listenToGestures(canvas, this);
  }

  get view(): StageView {
    return this.#view;
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  dispose(): void {
    this.#stopGestures();
    cancelAnimationFrame(this.#frame);
  }

  show(scene: Scene): void {
    const isOther = this.#scene?.placement !== scene.placement;
    this.#scene = scene;
    if (isOther) this.#settle();
    this.#request();
  }

  /** Takes the size of the window, in CSS pixels, and what floats over its edges. */
  resize(window: Size, insets: Insets): void {
    this.#insets = insets;
    const density = devicePixelRatio || 1;
    const [width, height] = [Math.round(window.width * density), Math.round(window.height * density)];
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
    if (this.#brushes?.density !== density) this.#brushes = undefined;
    this.#view = { ...this.#view, window };
    this.#settle();
    this.#paintNow();
  }

  /** The colours are others now. */
  recolor(): void {
    this.#brushes = undefined;
    this.#request();
  }

  fit(): void {
    if (this.#scene === undefined) return;
    this.#isFitted = true;
    this.#go(this.#fitted());
  }

  zoomBy(factor: number): void {
    const { window, camera } = this.#view;
    const middle = {
      x: (this.#insets.left + window.width - this.#insets.right) / 2,
      y: (this.#insets.top + window.height - this.#insets.bottom) / 2,
    };
    this.#isFitted = false;
    this.#go(this.#kept(zoomAt(this.#move?.to ?? camera, middle, factor, this.#smallest())));
  }

  /** Brings a point of the map into view, moving no further than needed. */
  reveal(at: Point): void {
    const { camera, window } = this.#view;
    const to = reveal(this.#move?.to ?? camera, at, window, 48, this.#insets);
    if (to !== camera) this.#isFitted = false;
    this.#go(this.#kept(to));
  }

  /** Shows a part of the map large enough to be read. */
  showBox(box: Box): void {
    this.#isFitted = false;
    this.#go(this.#kept(fitBox(box, this.#view.window, this.#insets, 1.5)));
  }

  /** Puts a point of the map into the middle, at once. */
  centerOn(at: Point): void {
    const { camera, window } = this.#view;
    this.#isFitted = false;
    this.#look({
      scale: camera.scale,
      x: (this.#insets.left + window.width - this.#insets.right) / 2 - at.x * camera.scale,
      y: (this.#insets.top + window.height - this.#insets.bottom) / 2 - at.y * camera.scale,
    });
  }

  onHover(at: Point | undefined): void {
    this.#listener.onHover(at === undefined ? undefined : this.#hit(at), at);
  }

  onTap(at: Point, isTouch: boolean): void {
    const { camera } = this.#view;
    const hit = this.#hit(at);
    if (isTouch && hit?.kind !== "area" && camera.scale * seatSize < touchable) {
      this.#isFitted = false;
      this.#go(this.#kept(zoomAt(camera, at, touchScale / camera.scale, this.#smallest())));
      return;
    }
    this.#listener.onTap(hit);
  }

  onPan(dx: number, dy: number): void {
    this.#isFitted = false;
    this.#look(pan(this.#view.camera, dx, dy));
  }

  onZoom(at: Point, factor: number): void {
    this.#isFitted = false;
    this.#look(zoomAt(this.#view.camera, at, factor, this.#smallest()));
  }

  onBrush(from: Point, to: Point, isDone: boolean): void {
    const [a, b] = [toMap(this.#view.camera, from), toMap(this.#view.camera, to)];
    const box = {
      left: Math.min(a.x, b.x),
      right: Math.max(a.x, b.x),
      top: Math.min(a.y, b.y),
      bottom: Math.max(a.y, b.y),
    };
    this.#listener.onBrush(box, isDone);
  }

  isBrush(event: PointerEvent): boolean {
    return this.#listener.isBrush(event);
  }

  #hit(at: Point): Hit | undefined {
    return this.#scene === undefined
      ? undefined
      : hitTest(this.#scene.placement, toMap(this.#view.camera, at));
  }

  #fitted(): Camera {
    const { placement } = this.#scene ?? {};
    return placement === undefined
      ? this.#view.camera
      : fitBox(placement.bounds, this.#view.window, this.#insets);
  }

  #smallest(): number {
    return this.#fitted().scale;
  }

  #kept(camera: Camera): Camera {
    const bounds = this.#scene?.placement.bounds;
    return bounds === undefined ? camera : keepInside(camera, bounds, this.#view.window, this.#insets);
  }

  /** After the house or the window changed. */
  #settle(): void {
    if (this.#view.window.width === 0) return;
    this.#move = undefined;
    this.#set(this.#isFitted ? this.#fitted() : this.#kept(this.#view.camera));
  }

  #look(camera: Camera): void {
    this.#move = undefined;
    this.#set(this.#kept(camera));
  }

  #go(to: Camera): void {
    if (this.#reduced.matches) {
      this.#look(to);
      return;
    }
    this.#move = { from: this.#view.camera, to, start: performance.now() };
    this.#request();
  }

  #set(camera: Camera): void {
    const isWhole = this.#scene === undefined || camera.scale <= this.#smallest() * 1.02;
    this.#view = { camera, window: this.#view.window, isWhole };
    for (const watcher of this.#watchers) watcher();
    this.#request();
  }

  #request(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#paintNow());
  }

  #paintNow(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const paper = this.#canvas.getContext("2d");
    if (paper === null || this.#scene === undefined || this.#view.window.width === 0) return;
    const now = performance.now();
    if (this.#move !== undefined) {
      const { from, to, start } = this.#move;
      const t = Math.min(1, (now - start) / moveMs);
      if (t === 1) this.#move = undefined;
      this.#set(between(from, to, 1 - (1 - t) ** 3));
    }
    this.#brushes ??= this.#makeBrushes();
    const scene = this.#reduced.matches
      ? { ...this.#scene, flashes: new Map<number, number>() }
      : this.#scene;
    if (paint(paper, scene, this.#view.camera, this.#view.window, this.#brushes, now)) this.#request();
  }

  #makeBrushes(): Brushes {
    const inks = inksOf(this.#canvas);
    return { inks, sprites: new SeatSprites(inks), density: devicePixelRatio || 1 };
  }
}
