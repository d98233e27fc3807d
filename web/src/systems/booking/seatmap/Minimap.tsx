import { useMediaQuery } from "@mantine/hooks";
import { type PointerEvent, useEffect, useRef } from "react";
import { seenBox } from "./camera";
import { type Placement, seatSize } from "./geometry";
import type { HouseSeat } from "./House";
import { inksOf } from "./inks";
import styles from "./Minimap.module.css";
import type { SeatLook } from "./SeatLook";
import type { SeatMapStage } from "./SeatMapStage";
import { useStageView } from "./useStage";
import { zoneStyle } from "./zoneStyle";

interface Props {
  readonly stage: SeatMapStage;
  readonly placement: Placement;
  readonly lookOf: (seat: HouseSeat) => SeatLook;
}

/** The whole house in small, with the part in view framed; pressing it goes there. */
export function Minimap({ stage, placement, lookOf }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { bounds } = placement;
  const isNarrow = useMediaQuery("(max-width: 760px)") ?? false;
  const width = isNarrow ? 108 : 168;
  const scale = width / (bounds.right - bounds.left);
  const height = Math.round((bounds.bottom - bounds.top) * scale);
  const view = useStageView(stage);

  useEffect(() => {
    const paper = canvas.current?.getContext("2d");
    if (canvas.current === null || paper == null) return;
    const density = devicePixelRatio || 1;
    canvas.current.width = width * density;
    canvas.current.height = height * density;
    paper.setTransform(
      scale * density,
      0,
      0,
      scale * density,
      -bounds.left * scale * density,
      -bounds.top * scale * density,
    );
    paintDots(paper, placement, lookOf, canvas.current);
  }, [placement, lookOf, scale, width, height, bounds]);

  const seen = seenBox(view.camera, view.window);
  const left = Math.max(0, (seen.left - bounds.left) * scale);
  const top = Math.max(0, (seen.top - bounds.top) * scale);
  const go = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    stage.centerOn({
      x: (event.clientX - box.left) / scale + bounds.left,
      y: (event.clientY - box.top) / scale + bounds.top,
    });
  };
  return (
    <div
      className={styles.minimap}
      style={{ width, height }}
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={(event) => {
        if (event.buttons > 0) go(event);
      }}
    >
      <canvas ref={canvas} style={{ width, height }} />
      <div
        className={styles.frame}
        style={{
          left,
          top,
          width: Math.min(width, (seen.right - bounds.left) * scale) - left,
          height: Math.min(height, (seen.bottom - bounds.top) * scale) - top,
        }}
      />
    </div>
  );
}

function paintDots(
  paper: CanvasRenderingContext2D,
  placement: Placement,
  lookOf: (seat: HouseSeat) => SeatLook,
  element: Element,
): void {
  const inks = inksOf(element);
  for (const seat of placement.house.seats) {
    const look = lookOf(seat);
    const isMine = look === "chosen" || look === "mine";
    const isFree = look === "free";
    const tone = inks.series[zoneStyle(seat.zone).series] ?? inks.dim;
    paper.fillStyle = isMine ? inks.accent : isFree ? tone : inks.lineStrong;
    paper.globalAlpha = isMine ? 1 : isFree ? 0.75 : 0.5;
    const half = seatSize / 2;
    const [x, y] = [placement.xs[seat.index] ?? 0, placement.ys[seat.index] ?? 0];
    paper.fillRect(x - half, y - half, seatSize, seatSize);
  }
  paper.globalAlpha = 0.6;
  paper.fillStyle = inks.dim;
  const { screen } = placement;
  paper.fillRect(screen.left, screen.y - 6, screen.right - screen.left, 12);
  for (const area of placement.areas) {
    paper.fillStyle = inks.series[zoneStyle(area.area.zone).series] ?? inks.dim;
    paper.globalAlpha = 0.4;
    paper.fillRect(area.left, area.top, area.right - area.left, area.bottom - area.top);
  }
}
