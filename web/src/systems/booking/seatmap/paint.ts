import { type Camera, type Size, seenBox, toWindow } from "./camera";
import { type Placement, seatPitch, seatSize } from "./geometry";
import type { HouseSeat } from "./House";
import type { Inks } from "./inks";
import { paintAreas, paintLetters, paintScreen } from "./paintHouse";
import { flashMs, type Scene } from "./Scene";
import type { SeatLook } from "./SeatLook";
import type { SeatSprites } from "./SeatSprites";

type Paper = CanvasRenderingContext2D;

/** What the map is drawn with. */
export interface Brushes {
  readonly inks: Inks;
  readonly sprites: SeatSprites;
  /** Device pixels a CSS pixel. */
  readonly density: number;
}

/** Below this size on the window a seat has no number. */
const numberFrom = 15;

/**
 * Draws the whole map. O(seats) with a test each, a stamp for each in view.
 * @returns Whether something still moves and another frame is due.
 */
export function paint(
  paper: Paper,
  scene: Scene,
  camera: Camera,
  window: Size,
  brushes: Brushes,
  now: number,
): boolean {
  const { density, inks } = brushes;
  paper.setTransform(1, 0, 0, 1, 0, 0);
  paper.clearRect(0, 0, window.width * density, window.height * density);
  const scale = camera.scale * density;
  paper.setTransform(scale, 0, 0, scale, camera.x * density, camera.y * density);
  if (scene.hasScreen) paintScreen(paper, scene.placement, inks);
  paintAreas(paper, scene, inks);
  paper.setTransform(1, 0, 0, 1, 0, 0);
  paintSeats(paper, scene, camera, window, brushes);
  paper.setTransform(scale, 0, 0, scale, camera.x * density, camera.y * density);
  paintLetters(paper, scene.placement, inks, camera, window);
  const moves = paintFlashes(paper, scene, inks, now);
  paintMarks(paper, scene, camera, inks);
  return moves;
}

function paintSeats(paper: Paper, scene: Scene, camera: Camera, window: Size, brushes: Brushes): void {
  const { placement, lookOf } = scene;
  const { density, sprites } = brushes;
  const size = Math.max(2, Math.round(seatSize * camera.scale * density));
  const box = seenBox(camera, window);
  const edge = seatPitch / 2;
  for (const seat of placement.house.seats) {
    const [x, y] = [placement.xs[seat.index] ?? 0, placement.ys[seat.index] ?? 0];
    if (x < box.left - edge || x > box.right + edge || y < box.top - edge || y > box.bottom + edge) continue;
    const look = lookOf(seat);
    const at = toWindow(camera, { x, y });
    const left = Math.round(at.x * density - size / 2);
    const top = Math.round(at.y * density - size / 2);
    paper.drawImage(sprites.of(size, seat.zone, look, seat.kind), left, top);
    if (size / density >= numberFrom && seat.kind === "standard") {
      paintNumber(paper, seat, look, left + size / 2, top + size / 2, size, brushes.inks);
    }
  }
}

const silent: ReadonlySet<SeatLook> = new Set(["sold", "held", "blocked", "refused"]);

function paintNumber(
  paper: Paper,
  seat: HouseSeat,
  look: SeatLook,
  x: number,
  y: number,
  size: number,
  inks: Inks,
): void {
  if (silent.has(look)) return;
  const isMine = look === "chosen" || look === "mine";
  paper.font = `${isMine ? 700 : 550} ${Math.round(size * 0.43)}px ${inks.font}`;
  paper.fillStyle = isMine ? inks.onAccent : look === "faded" ? inks.dim : inks.text;
  paper.textAlign = "center";
  paper.textBaseline = "middle";
  paper.fillText(String(seat.number), x, y + size * 0.03);
}

/** A ring that widens and goes, once for each change. */
function paintFlashes(paper: Paper, { placement, flashes }: Scene, inks: Inks, now: number): boolean {
  let moves = false;
  for (const [index, since] of flashes) {
    const t = (now - since) / flashMs;
    if (t < 0 || t >= 1) continue;
    moves = true;
    const half = seatSize / 2 + 1 + 6 * t;
    ring(paper, placement, index, half, inks.info, 2.5 * (1 - t), 0.9 * (1 - t));
  }
  return moves;
}

function paintMarks(paper: Paper, scene: Scene, camera: Camera, inks: Inks): void {
  const { placement, hovered, cursor, brush } = scene;
  const thin = 2 / Math.max(0.6, camera.scale);
  if (hovered !== undefined) ring(paper, placement, hovered, seatSize / 2 + 1, inks.text, thin, 0.85);
  if (cursor !== undefined) {
    ring(paper, placement, cursor, seatSize / 2 + 2.5, inks.page, thin * 2.4, 1);
    ring(paper, placement, cursor, seatSize / 2 + 2.5, inks.accent, thin * 1.2, 1);
  }
  if (brush === undefined) return;
  const [width, height] = [brush.right - brush.left, brush.bottom - brush.top];
  paper.globalAlpha = 0.12;
  paper.fillStyle = inks.accent;
  paper.fillRect(brush.left, brush.top, width, height);
  paper.globalAlpha = 1;
  paper.lineWidth = 1.5 / camera.scale;
  paper.strokeStyle = inks.accent;
  paper.strokeRect(brush.left, brush.top, width, height);
}

function ring(
  paper: Paper,
  placement: Placement,
  index: number,
  half: number,
  color: string,
  width: number,
  alpha: number,
): void {
  const [x, y] = [placement.xs[index], placement.ys[index]];
  if (x === undefined || y === undefined) return;
  paper.globalAlpha = alpha;
  paper.lineWidth = width;
  paper.strokeStyle = color;
  paper.beginPath();
  paper.roundRect(x - half, y - half, half * 2, half * 2, half * 0.5);
  paper.stroke();
  paper.globalAlpha = 1;
}
