import type { Box, Point } from "./geometry";

/** How the map is looked at: a point of the map times `scale` plus the offset is a point of the window. */
export interface Camera {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the window must leave free, for what floats over the map. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export const noInsets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
const largestScale = 2.25;

export function toMap(camera: Camera, at: Point): Point {
  return { x: (at.x - camera.x) / camera.scale, y: (at.y - camera.y) / camera.scale };
}

export function toWindow(camera: Camera, at: Point): Point {
  return { x: at.x * camera.scale + camera.x, y: at.y * camera.scale + camera.y };
}

/** Shows all of a box, in the middle, at most at `most`. */
export function fitBox(box: Box, window: Size, insets: Insets = noInsets, most = 1.6): Camera {
  const room = {
    width: Math.max(1, window.width - insets.left - insets.right),
    height: Math.max(1, window.height - insets.top - insets.bottom),
  };
  const [width, height] = [Math.max(1, box.right - box.left), Math.max(1, box.bottom - box.top)];
  const scale = Math.min(room.width / width, room.height / height, most);
  return {
    scale,
    x: insets.left + (room.width - width * scale) / 2 - box.left * scale,
    y: insets.top + (room.height - height * scale) / 2 - box.top * scale,
  };
}

/** Makes everything larger or smaller and keeps what is at a point of the window there. */
export function zoomAt(camera: Camera, at: Point, factor: number, smallest: number): Camera {
  const scale = Math.min(Math.max(camera.scale * factor, smallest), Math.max(largestScale, smallest));
  const ratio = scale / camera.scale;
  return { scale, x: at.x - (at.x - camera.x) * ratio, y: at.y - (at.y - camera.y) * ratio };
}

export function pan(camera: Camera, dx: number, dy: number): Camera {
  return { scale: camera.scale, x: camera.x + dx, y: camera.y + dy };
}

/** Keeps the map in the window: what is smaller than it stays inside, what is larger leaves no edge. */
export function keepInside(camera: Camera, box: Box, window: Size, insets: Insets = noInsets): Camera {
  return {
    scale: camera.scale,
    x: keepAxis(camera.x, box.left, box.right, camera.scale, insets.left, window.width - insets.right),
    y: keepAxis(camera.y, box.top, box.bottom, camera.scale, insets.top, window.height - insets.bottom),
  };
}

function keepAxis(
  offset: number,
  from: number,
  to: number,
  scale: number,
  low: number,
  high: number,
): number {
  const [start, end] = [low - from * scale, high - to * scale];
  return Math.min(Math.max(offset, Math.min(start, end)), Math.max(start, end));
}

/** Moves no further than needed to have a point at least `margin` inside the window. */
export function reveal(
  camera: Camera,
  at: Point,
  window: Size,
  margin: number,
  insets: Insets = noInsets,
): Camera {
  const seen = toWindow(camera, at);
  const [left, right] = [insets.left + margin, window.width - insets.right - margin];
  const [top, bottom] = [insets.top + margin, window.height - insets.bottom - margin];
  const dx = seen.x < left ? left - seen.x : seen.x > right ? right - seen.x : 0;
  const dy = seen.y < top ? top - seen.y : seen.y > bottom ? bottom - seen.y : 0;
  return dx === 0 && dy === 0 ? camera : pan(camera, dx, dy);
}

/** Between two cameras; `t` from 0 to 1. The scale goes by equal factors, which looks even. */
export function between(from: Camera, to: Camera, t: number): Camera {
  const mix = (a: number, b: number) => a + (b - a) * t;
  return {
    scale: from.scale * (to.scale / from.scale) ** t,
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
  };
}

/** The part of the map that the window shows. */
export function seenBox(camera: Camera, window: Size): Box {
  const start = toMap(camera, { x: 0, y: 0 });
  const end = toMap(camera, { x: window.width, y: window.height });
  return { left: start.x, top: start.y, right: end.x, bottom: end.y };
}
