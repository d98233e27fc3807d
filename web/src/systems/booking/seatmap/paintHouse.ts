import { type Camera, type Size, seenBox } from "./camera";
import { type PlacedArea, type Placement, rowPitch } from "./geometry";
import type { Inks } from "./inks";
import type { Scene } from "./Scene";
import { zoneStyle } from "./zoneStyle";

type Paper = CanvasRenderingContext2D;

/** The screen: an arc with its light falling towards the rows. */
export function paintScreen(paper: Paper, { screen }: Placement, inks: Inks): void {
  const middle = (screen.left + screen.right) / 2;
  const arc = (y: number) => {
    paper.beginPath();
    paper.moveTo(screen.left, y + screen.sag);
    paper.quadraticCurveTo(middle, y - screen.sag, screen.right, y + screen.sag);
  };
  const light = paper.createLinearGradient(0, screen.y, 0, screen.y + 56);
  light.addColorStop(0, inks.text);
  light.addColorStop(1, "transparent");
  paper.globalAlpha = inks.isDark ? 0.16 : 0.09;
  arc(screen.y);
  paper.lineTo(screen.right - 18, screen.y + 56);
  paper.lineTo(screen.left + 18, screen.y + 56);
  paper.closePath();
  paper.fillStyle = light;
  paper.fill();
  paper.globalAlpha = 1;
  arc(screen.y);
  paper.lineWidth = 4;
  paper.lineCap = "round";
  paper.strokeStyle = inks.isDark ? inks.text : inks.dim;
  paper.stroke();
  paper.fillStyle = inks.dim;
  paper.font = `600 11px ${inks.font}`;
  paper.textAlign = "center";
  paper.textBaseline = "middle";
  spaced(paper, "SCREEN", middle, screen.y + 22);
}

function spaced(paper: Paper, text: string, x: number, y: number): void {
  paper.letterSpacing = "3px";
  paper.fillText(text, x, y);
  paper.letterSpacing = "0px";
}

/** Half of what a letter at the edge takes of the window. */
const letterRoom = 9;

/** The letters of the rows, at both ends; where an end is out of view they stay at the edge of the window. */
export function paintLetters(
  paper: Paper,
  placement: Placement,
  inks: Inks,
  camera: Camera,
  window: Size,
): void {
  if (camera.scale * rowPitch < 9) return;
  const seen = seenBox(camera, window);
  // Where letters would be out of sight they stand on a strip at the edge: narrow, for it covers seats.
  const edge = letterRoom / camera.scale;
  const [left, right] = placement.letters;
  const at = [Math.max(left, seen.left + edge), Math.min(right, seen.right - edge)] as const;
  const size = Math.min(14, 12 * camera.scale) / camera.scale;
  paper.font = `600 ${size}px ${inks.font}`;
  paper.textAlign = "center";
  paper.textBaseline = "middle";
  paper.globalAlpha = 0.88;
  paper.fillStyle = inks.page;
  if (at[0] !== left) paper.fillRect(seen.left, seen.top, edge * 2, seen.bottom - seen.top);
  if (at[1] !== right) paper.fillRect(seen.right - edge * 2, seen.top, edge * 2, seen.bottom - seen.top);
  paper.globalAlpha = 1;
  placement.house.rows.forEach((row, index) => {
    if (row.seats.length === 0) return;
    for (const x of at) {
      const y = placement.rowY(index) + placement.bendAt(x);
      paper.fillStyle = inks.dim;
      paper.fillText(row.label, x, y);
    }
  });
}

/** The areas without seats: what they are called, and how many places are left. */
export function paintAreas(paper: Paper, scene: Scene, inks: Inks): void {
  for (const placed of scene.placement.areas) paintArea(paper, scene, placed, inks);
}

function paintArea(paper: Paper, scene: Scene, placed: PlacedArea, inks: Inks): void {
  const face = scene.areas[placed.index] ?? { free: placed.area.capacity, mine: 0 };
  const tone = inks.series[zoneStyle(placed.area.zone).series] ?? inks.dim;
  const isOpen = face.free > 0 || face.mine > 0;
  const [width, height] = [placed.right - placed.left, placed.bottom - placed.top];
  paper.beginPath();
  paper.roundRect(placed.left, placed.top, width, height, 14);
  paper.fillStyle = inks.raised;
  paper.fill();
  paper.globalAlpha = isOpen ? 0.14 : 0.05;
  paper.fillStyle = isOpen ? tone : inks.dim;
  paper.fill();
  fillLevel(paper, placed, face.free / placed.area.capacity, isOpen ? tone : inks.dim);
  paper.globalAlpha = 1;
  const isMine = face.mine > 0;
  const isHovered = scene.hoveredArea === placed.index;
  paper.lineWidth = isMine || isHovered ? 2.5 : 1.25;
  paper.strokeStyle = isMine ? inks.accent : isHovered ? inks.text : isOpen ? tone : inks.lineStrong;
  paper.stroke();
  const middle = (placed.left + placed.right) / 2;
  paper.textAlign = "center";
  paper.textBaseline = "middle";
  paper.fillStyle = inks.text;
  paper.font = `650 16px ${inks.font}`;
  paper.fillText(placed.area.name, middle, placed.top + height / 2 - 12, width - 24);
  paper.font = `500 13px ${inks.font}`;
  paper.fillStyle = isMine ? inks.accent : inks.dim;
  paper.fillText(areaWords(face.free, face.mine), middle, placed.top + height / 2 + 11, width - 24);
}

function areaWords(free: number, mine: number): string {
  const left = free === 0 ? "no places left" : `${free.toLocaleString("en")} places free`;
  return mine === 0 ? left : `${mine} yours · ${left}`;
}

/** A bar at the foot of an area: how much of it is free. */
function fillLevel(paper: Paper, placed: PlacedArea, share: number, tone: string): void {
  const width = placed.right - placed.left;
  paper.save();
  paper.beginPath();
  paper.roundRect(placed.left, placed.top, width, placed.bottom - placed.top, 14);
  paper.clip();
  paper.globalAlpha = 0.5;
  paper.fillStyle = tone;
  paper.fillRect(placed.left, placed.bottom - 5, width * share, 5);
  paper.restore();
}
