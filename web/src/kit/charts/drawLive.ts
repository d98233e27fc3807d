import type { LiveSeries } from "./LiveSeries";
import type { ChartLook } from "./look";
import { chartFont } from "./look";

interface Frame {
  readonly look: ChartLook;
  readonly width: number;
  readonly height: number;
  /** The right edge, and how much lies to its left. */
  readonly now: number;
  readonly windowMs: number;
  readonly say: (value: number) => string;
}

const [top, bottom] = [18, 4];
/** The radius of the dot at the newest value. */
const dot = 3;

/** Paints the line of the last time; the scale is from zero to a round number above the highest. */
export function drawLive(context: CanvasRenderingContext2D, series: LiveSeries, frame: Frame): void {
  const { look, width, height, now, windowMs, say } = frame;
  const begin = now - windowMs;
  let highest = 0;
  series.each((at, value) => {
    if (at >= begin) highest = Math.max(highest, value);
  });
  const scale = ceiling(highest);
  const x = (at: number) => ((at - begin) / windowMs) * width;
  const y = (value: number) => height - bottom - (value / scale) * (height - top - bottom);

  context.clearRect(0, 0, width, height);
  context.font = `12px ${chartFont}`;
  context.fillStyle = look.palette.textDim;
  context.fillText(say(scale), 0, 12);
  context.strokeStyle = look.palette.line;
  context.lineWidth = 1;
  for (const value of [0, scale]) {
    context.beginPath();
    context.moveTo(0, Math.round(y(value)) + 0.5);
    context.lineTo(width, Math.round(y(value)) + 0.5);
    context.stroke();
  }

  context.beginPath();
  let isDown = false;
  series.each((at, value) => {
    if (at < begin) return;
    if (isDown) context.lineTo(x(at), y(value));
    else context.moveTo(x(at), y(value));
    isDown = true;
  });
  context.strokeStyle = look.only;
  context.lineWidth = 2;
  context.lineJoin = "round";
  context.stroke();
  const { last } = series;
  if (last !== undefined && last.at >= begin) {
    // Where it is now; with the first value that is all there is to see.
    context.beginPath();
    context.arc(Math.min(x(last.at), width - dot), y(last.value), dot, 0, 2 * Math.PI);
    context.fillStyle = look.only;
    context.fill();
  }
}

/** The next of 1, 2, 5, 10 … at or above it. */
export function ceiling(value: number): number {
  if (value <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10) * power;
}
