import { expect, it } from "vitest";
import { between, fitBox, keepInside, reveal, toMap, toWindow, zoomAt } from "./camera";

const box = { left: -20, top: -10, right: 780, bottom: 390 };
const window = { width: 1000, height: 700 };

it("shows all of a box in the middle of what floats leave free", () => {
  const camera = fitBox(box, window, { top: 0, right: 200, bottom: 0, left: 0 });
  const [start, end] = [toWindow(camera, { x: -20, y: -10 }), toWindow(camera, { x: 780, y: 390 })];
  expect(start.x).toBeCloseTo(0);
  expect(end.x).toBeCloseTo(800);
  expect(start.y + end.y).toBeCloseTo(700);
});

it("keeps what is under the pointer there while zooming, and stops at the ends", () => {
  const camera = fitBox(box, window);
  const at = { x: 321, y: 123 };
  const before = toMap(camera, at);
  const after = toMap(zoomAt(camera, at, 1.7, camera.scale), at);
  expect(after.x).toBeCloseTo(before.x);
  expect(after.y).toBeCloseTo(before.y);
  expect(zoomAt(camera, at, 0.01, camera.scale).scale).toBe(camera.scale);
  expect(zoomAt(camera, at, 100, camera.scale).scale).toBe(2.25);
});

it("leaves no edge of a large map, and a small one inside", () => {
  const large = keepInside({ scale: 2, x: 500, y: -9000 }, box, window);
  expect(toWindow(large, { x: box.left, y: 0 }).x).toBe(0);
  expect(toWindow(large, { x: 0, y: box.bottom }).y).toBe(700);
  const small = keepInside({ scale: 0.5, x: 5000, y: 0 }, box, window);
  expect(toWindow(small, { x: box.right, y: 0 }).x).toBe(1000);
});

it("reveals with the least movement", () => {
  const camera = { scale: 1, x: 0, y: 0 };
  expect(reveal(camera, { x: 500, y: 300 }, window, 40)).toBe(camera);
  expect(reveal(camera, { x: 990, y: 300 }, window, 40)).toEqual({ scale: 1, x: -30, y: 0 });
});

it("moves from one camera to the other by equal factors", () => {
  const half = between({ scale: 1, x: 0, y: 0 }, { scale: 4, x: 10, y: 20 }, 0.5);
  expect(half).toEqual({ scale: 2, x: 5, y: 10 });
});
