import type { PartEdit } from "./edit";
import type { Plan } from "./plan";

type ZoneEdit = Extract<PartEdit, { type: "add-zone" | "rename-zone" | "remove-zone" }>;
type AreaEdit = Extract<PartEdit, { type: "add-area" | "change-area" | "remove-area" }>;

/** The plan after a change to its price zones. */
export function editZones(plan: Plan, edit: ZoneEdit): Plan {
  switch (edit.type) {
    case "add-zone":
      return { ...plan, zones: [...plan.zones, freeName("Zone", plan.zones)] };
    case "rename-zone":
      return { ...plan, zones: plan.zones.with(edit.zone, edit.name) };
    case "remove-zone":
      return removeZone(plan, edit.zone);
  }
}

/** The plan after a change to its general-admission areas. */
export function editAreas(plan: Plan, edit: AreaEdit): Plan {
  switch (edit.type) {
    case "add-area": {
      const names = plan.areas.map((area) => area.name);
      const name = names.includes("Standing") ? freeName("Area", names) : "Standing";
      const area = { key: plan.nextKey, name, capacity: 100, zone: 0 };
      return { ...plan, areas: [...plan.areas, area], nextKey: plan.nextKey + 1 };
    }
    case "change-area":
      return {
        ...plan,
        areas: plan.areas.map((area) => (area.key === edit.area ? { ...area, ...edit.to } : area)),
      };
    case "remove-area":
      return { ...plan, areas: plan.areas.filter((area) => area.key !== edit.area) };
  }
}

/** What was in the zone goes into the first one; a plan keeps at least one. */
function removeZone(plan: Plan, gone: number): Plan {
  if (plan.zones.length < 2) return plan;
  const moved = (zone: number) => (zone === gone ? 0 : zone > gone ? zone - 1 : zone);
  const rows = plan.rows.map((row) => ({
    ...row,
    blocks: row.blocks.map((block) => block.map((seat) => ({ ...seat, zone: moved(seat.zone) }))),
  }));
  const areas = plan.areas.map((area) => ({ ...area, zone: moved(area.zone) }));
  return { ...plan, zones: plan.zones.toSpliced(gone, 1), rows, areas };
}

function freeName(stem: string, taken: readonly string[]): string {
  let n = taken.length + 1;
  while (taken.includes(`${stem} ${n}`)) n += 1;
  return `${stem} ${n}`;
}
