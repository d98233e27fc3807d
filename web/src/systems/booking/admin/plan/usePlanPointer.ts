import { type PointerEvent, useRef, useState } from "react";
import { focalAt, hitAt, type Point, pointsBetween, seatsWithin } from "./canvasGeometry";
import type { PlanLayout } from "./geometry";
import { idOf } from "./plan";
import type { Edit, PlanTools } from "./usePlanTools";

interface Stroke {
  readonly name: string;
  readonly from: Point;
  last: Point;
  readonly before: ReadonlySet<string>;
}

/** What mouse, pen and finger do on the drawing. */
export function usePlanPointer(layout: PlanLayout, zoom: number, tools: PlanTools, edit: Edit) {
  const stroke = useRef<Stroke>(undefined);
  const [marquee, setMarquee] = useState<readonly [Point, Point]>();

  const pointOf = (event: PointerEvent<HTMLElement>): Point | undefined => {
    const box = event.currentTarget.querySelector("svg")?.getBoundingClientRect();
    if (box === undefined) return undefined;
    return { x: (event.clientX - box.left) / zoom, y: (event.clientY - box.top) / zoom };
  };

  const press = (event: PointerEvent<HTMLElement>) => {
    const point = pointOf(event);
    if (event.button !== 0 || point === undefined) return;
    const hit = hitAt(layout, point);
    if (hit !== undefined) tools.setCursor({ row: hit.row, index: hit.index });
    if (tools.tool === "focal") {
      if (hit !== undefined) edit({ type: "focal", focal: focalAt(layout, hit) });
      return;
    }

    if (tools.tool === "aisle") {
      if (hit !== undefined)
        edit({ type: "toggle-aisle", row: hit.row, index: hit.index + Number(hit.isRightHalf) });
      return;
    }

    const id = hit?.isOnSeat ? idOf(hit.row, hit.index) : undefined;
    const isAdding = event.shiftKey || event.ctrlKey || event.metaKey;
    if (tools.tool === "select") {
      if (isAdding && id !== undefined) {
        tools.toggle(id);
        return;
      }

      if (!isAdding) tools.select(new Set(id === undefined ? [] : [id]));
    }

    event.currentTarget.setPointerCapture(event.pointerId);
    const before = isAdding ? tools.selection : new Set<string>();
    stroke.current = { name: tools.beginStroke(), from: point, last: point, before };
    if (tools.tool !== "select" && id !== undefined) tools.apply([id], stroke.current.name);
  };

  const move = (event: PointerEvent<HTMLElement>) => {
    const now = stroke.current;
    const point = pointOf(event);
    if (now === undefined || point === undefined || tools.tool === "erase") return;
    if (tools.tool === "select") {
      setMarquee([now.from, point]);
      tools.select(new Set([...now.before, ...seatsWithin(layout, now.from, point)]));
      return;
    }

    const ids = pointsBetween(now.last, point).flatMap((each) => {
      const hit = hitAt(layout, each);
      return hit?.isOnSeat ? [idOf(hit.row, hit.index)] : [];
    });
    now.last = point;
    tools.apply([...new Set(ids)], now.name);
  };

  const end = () => {
    stroke.current = undefined;
    setMarquee(undefined);
  };

  return {
    marquee,
    handlers: { onPointerDown: press, onPointerMove: move, onPointerUp: end, onPointerCancel: end },
  };
}
