import { useCallback, useMemo, useRef, useState } from "react";
import type { PlanEdit } from "./edit";
import { idOf, type Plan, refOf, type SeatRef, sizeOf } from "./plan";

/** What a press on a seat does. */
export const tools = [
  "select",
  "zone",
  "accessible",
  "companion",
  "standard",
  "aisle",
  "erase",
  "focal",
] as const;
export type Tool = (typeof tools)[number];

export type Edit = (edit: PlanEdit, stroke?: string) => void;

const noSeats: ReadonlySet<string> = new Set();

/** What is in hand while a plan is edited: the tool, the zone it paints, the chosen seats and the cursor. */
export function usePlanTools(plan: Plan, edit: Edit) {
  const [tool, setTool] = useState<Tool>("select");
  const [zone, setZone] = useState(0);
  const [chosen, setChosen] = useState(noSeats);
  const [cursor, setCursor] = useState<SeatRef>();
  const strokes = useRef(0);

  // Undoing and removing may leave names of seats that are not there any more.
  const selection = useMemo(() => {
    const sizes = new Map(plan.rows.map((row) => [row.key, sizeOf(row)]));
    const isThere = (id: string) => refOf(id).index < (sizes.get(refOf(id).row) ?? 0);
    return [...chosen].every(isThere) ? chosen : new Set([...chosen].filter(isThere));
  }, [plan, chosen]);
  const rows = useMemo(() => {
    const keys = new Set([...selection].map((id) => refOf(id).row));
    return plan.rows.filter((row) => keys.has(row.key));
  }, [plan, selection]);

  const beginStroke = useCallback(() => {
    strokes.current += 1;
    return `stroke ${strokes.current}`;
  }, []);

  const paintZone = zone < plan.zones.length ? zone : 0;
  /** Lets the tool act on seats; those of one stroke are undone together. */
  const apply = useCallback(
    (ids: readonly string[], stroke?: string) => {
      if (ids.length === 0) return;
      if (tool === "zone") edit({ type: "paint-zone", seats: ids, zone: paintZone }, stroke);
      else if (tool === "erase") edit({ type: "remove-seats", seats: ids }, stroke);
      else if (tool === "accessible" || tool === "companion" || tool === "standard")
        edit({ type: "paint-kind", seats: ids, kind: tool }, stroke);
    },
    [tool, paintZone, edit],
  );

  return {
    tool,
    setTool,
    zone: paintZone,
    setZone,
    selection,
    /** The rows with a chosen seat. */
    rows,
    rowKeys: useMemo(() => rows.map((row) => row.key), [rows]),
    select: setChosen,
    clear: useCallback(() => setChosen(noSeats), []),
    toggle: useCallback((id: string) => {
      setChosen((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      });
    }, []),
    cursor,
    cursorId: cursor === undefined ? undefined : idOf(cursor.row, cursor.index),
    setCursor,
    beginStroke,
    apply,
  };
}

export type PlanTools = ReturnType<typeof usePlanTools>;
