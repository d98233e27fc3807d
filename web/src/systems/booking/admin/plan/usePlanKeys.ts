import type { KeyboardEvent } from "react";
import { neighbour } from "./canvasGeometry";
import type { PlanLayout } from "./geometry";
import { idOf, type Plan } from "./plan";
import { seatsOfRows } from "./seatNames";
import type { Edit, PlanTools, Tool } from "./usePlanTools";

const toolKeys: Readonly<Record<string, Tool>> = {
  v: "select",
  z: "zone",
  a: "accessible",
  c: "companion",
  s: "standard",
  i: "aisle",
  e: "erase",
  f: "focal",
};

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What keys do while the drawing has the focus. */
export function usePlanKeys(plan: Plan, layout: PlanLayout, tools: PlanTools, edit: Edit) {
  const { cursor, cursorId, selection, rowKeys } = tools;

  const act = () => {
    if (cursor === undefined || cursorId === undefined) return;
    if (tools.tool === "select") tools.toggle(cursorId);
    else if (tools.tool === "aisle") edit({ type: "toggle-aisle", row: cursor.row, index: cursor.index });
    else if (tools.tool === "focal") {
      const halfSeats = layout.rows.find(({ row }) => row.key === cursor.row)?.xs[cursor.index] ?? 0;
      edit({ type: "focal", focal: { row: cursor.row, halfSeats } });
    } else tools.apply([cursorId]);
  };

  const arrow = (event: KeyboardEvent, [dx, dy]: readonly [number, number]) => {
    if (event.altKey) {
      const rows = rowKeys.length > 0 ? rowKeys : cursor === undefined ? [] : [cursor.row];
      if (dy !== 0) edit({ type: "move-rows", rows, by: dy < 0 ? -1 : 1 });
      else edit({ type: "shift", rows, by: dx });
      return;
    }

    const to = neighbour(layout, cursor ?? { row: -1, index: 0 }, dx, dy);
    tools.setCursor(to);
    if (!event.shiftKey) return;
    const ids = [idOf(to.row, to.index), ...(cursorId === undefined ? [] : [cursorId])];
    tools.select(new Set([...selection, ...ids]));
  };

  return (event: KeyboardEvent) => {
    const direction = arrows[event.key];
    const isCommand = event.ctrlKey || event.metaKey;
    const tool = isCommand || event.altKey ? undefined : toolKeys[event.key.toLowerCase()];
    if (direction !== undefined) arrow(event, direction);
    else if (event.key === " " || event.key === "Enter") act();
    else if (event.key === "Delete" || event.key === "Backspace") {
      const seats = selection.size > 0 ? [...selection] : cursorId === undefined ? [] : [cursorId];
      edit({ type: "remove-seats", seats });
    } else if (event.key === "Escape" && selection.size > 0) tools.clear();
    else if (isCommand && event.key.toLowerCase() === "a") tools.select(new Set(seatsOfRows(plan.rows)));
    else if (tool !== undefined) tools.setTool(tool);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
