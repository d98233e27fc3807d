import type { SeatKind } from "./House";
import type { Inks } from "./inks";
import type { SeatLook } from "./SeatLook";
import { type ZonePattern, zoneStyle } from "./zoneStyle";

type Paper = CanvasRenderingContext2D;

/** Outline glyphs on a 24 × 24 grid, as the app's icon set draws them (Tabler, MIT). */
const glyphs = {
  accessible: "M9 5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0M11 7l0 8l4 0l4 5M11 11l5 0M7 11.5a5 5 0 1 0 6 7.5",
  companion: "M8 7a4 4 0 1 0 8 0a4 4 0 0 0 -8 0M6 21v-2a4 4 0 0 1 4 -4h4a4 4 0 0 1 4 4v2",
} as const;

/** Draws one seat into the square at (0, 0) with sides of `size`; without its number. */
export function drawSeat(
  paper: Paper,
  size: number,
  zone: number,
  look: SeatLook,
  kind: SeatKind,
  inks: Inks,
): void {
  const { series, pattern } = zoneStyle(zone);
  const tone = inks.series[series] ?? inks.dim;
  const rim = Math.max(1, size * 0.065);
  const shape = seatShape(size, rim);
  paper.lineWidth = rim;
  paper.lineJoin = "round";
  paper.lineCap = "round";
  bodies[look](paper, shape, { size, tone, pattern, inks, rim });
  if (kind !== "standard" && look !== "sold" && size >= 9) {
    const solid = look === "chosen" || look === "mine";
    drawGlyph(paper, size, glyphs[kind], solid ? inks.onAccent : look === "free" ? inks.text : inks.dim);
  }
}

interface Body {
  readonly size: number;
  readonly tone: string;
  readonly pattern: ZonePattern;
  readonly inks: Inks;
  readonly rim: number;
}

/** How each look fills the seat's shape. Every one differs in form, not in colour alone. */
const bodies: Readonly<Record<SeatLook, (paper: Paper, shape: Path2D, body: Body) => void>> = {
  free: (paper, shape, { size, tone, pattern, inks }) => {
    fill(paper, shape, inks.raised, 1);
    fill(paper, shape, tone, inks.isDark ? 0.24 : 0.16);
    drawPattern(paper, shape, size, pattern, tone, inks.isDark ? 0.5 : 0.42);
    outline(paper, shape, tone, 1);
  },
  faded: (paper, shape, { tone }) => {
    fill(paper, shape, tone, 0.08);
    outline(paper, shape, tone, 0.35);
  },
  chosen: (paper, shape, { inks }) => {
    fill(paper, shape, inks.accent, 1);
    outline(paper, shape, inks.accent, 1);
  },
  mine: (paper, shape, { inks, size, rim }) => {
    fill(paper, shape, inks.accent, 1);
    outline(paper, shape, inks.accent, 1);
    paper.lineWidth = rim * 0.8;
    paper.strokeStyle = inks.onAccent;
    paper.stroke(seatShape(size, rim * 2.1));
  },
  held: (paper, shape, { size, inks, rim }) => {
    paper.setLineDash([rim * 2, rim * 2]);
    outline(paper, shape, inks.dim, 0.9);
    paper.setLineDash([]);
    if (size < 10) return;
    paper.strokeStyle = inks.dim;
    const [middle, radius] = [size / 2, size * 0.19];
    paper.beginPath();
    paper.arc(middle, middle, radius, 0, Math.PI * 2);
    paper.moveTo(middle, middle - radius * 0.6);
    paper.lineTo(middle, middle);
    paper.lineTo(middle + radius * 0.55, middle);
    paper.stroke();
  },
  sold: (paper, shape, { size, inks }) => {
    fill(paper, shape, inks.lineStrong, inks.isDark ? 0.42 : 0.45);
    if (size < 8) return;
    paper.globalAlpha = 0.75;
    cross(paper, size, inks.dim);
    paper.globalAlpha = 1;
  },
  blocked: (paper, shape, { size, inks }) => {
    outline(paper, shape, inks.lineStrong, 0.9);
    paper.save();
    paper.clip(shape);
    paper.strokeStyle = inks.lineStrong;
    paper.beginPath();
    paper.moveTo(0, size);
    paper.lineTo(size, 0);
    paper.stroke();
    paper.restore();
  },
  refused: (paper, shape, { size, inks }) => {
    fill(paper, shape, inks.bad, 0.16);
    outline(paper, shape, inks.bad, 1);
    cross(paper, size, inks.bad);
  },
};

/** A seat from above: square towards the screen, rounder at its back. */
function seatShape(size: number, inset: number): Path2D {
  const path = new Path2D();
  const side = size - inset * 2;
  path.roundRect(inset, inset, side, side, [side * 0.2, side * 0.2, side * 0.36, side * 0.36]);
  return path;
}

function fill(paper: Paper, shape: Path2D, color: string, alpha: number): void {
  paper.globalAlpha = alpha;
  paper.fillStyle = color;
  paper.fill(shape);
  paper.globalAlpha = 1;
}

function outline(paper: Paper, shape: Path2D, color: string, alpha: number): void {
  paper.globalAlpha = alpha;
  paper.strokeStyle = color;
  paper.stroke(shape);
  paper.globalAlpha = 1;
}

function cross(paper: Paper, size: number, color: string): void {
  const [low, high] = [size * 0.36, size * 0.64];
  paper.strokeStyle = color;
  paper.beginPath();
  paper.moveTo(low, low);
  paper.lineTo(high, high);
  paper.moveTo(high, low);
  paper.lineTo(low, high);
  paper.stroke();
}

function drawGlyph(paper: Paper, size: number, path: string, color: string): void {
  const scale = (size * 0.68) / 24;
  paper.save();
  paper.translate(size * 0.16, size * 0.15);
  paper.scale(scale, scale);
  paper.lineWidth = 2.4;
  paper.strokeStyle = color;
  paper.stroke(new Path2D(path));
  paper.restore();
}

function drawPattern(
  paper: Paper,
  shape: Path2D,
  size: number,
  pattern: ZonePattern,
  color: string,
  alpha: number,
): void {
  if (pattern === "plain" || size < 7) return;
  const step = size / 4.5;
  paper.save();
  paper.clip(shape);
  paper.globalAlpha = alpha;
  paper.strokeStyle = color;
  paper.fillStyle = color;
  paper.lineWidth = Math.max(0.75, size * 0.045);
  paper.beginPath();
  if (pattern === "dots") {
    for (let y = step * 0.8; y < size; y += step) {
      for (let x = step * 0.8; x < size; x += step) {
        paper.moveTo(x + size * 0.045, y);
        paper.arc(x, y, size * 0.045, 0, Math.PI * 2);
      }
    }
    paper.fill();
  } else {
    lines(paper, size, step, pattern);
    paper.stroke();
  }
  paper.restore();
}

function lines(paper: Paper, size: number, step: number, pattern: ZonePattern): void {
  for (let at = -size + step / 2; at < size; at += step) {
    if (pattern === "diagonal") line(paper, at, size, at + size, 0);
    if (pattern === "counter") line(paper, at, 0, at + size, size);
    if (pattern === "lines" || pattern === "grid") line(paper, 0, at, size, at);
    if (pattern === "grid") line(paper, at, 0, at, size);
  }
}

function line(paper: Paper, x0: number, y0: number, x1: number, y1: number): void {
  paper.moveTo(x0, y0);
  paper.lineTo(x1, y1);
}
