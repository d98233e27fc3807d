import { rowLabels } from "./labels";
import type { Plan, PlanArea, PlanRow, PlanSeat, SeatKind } from "./plan";

/** A ready-made plan to begin with. */
export interface PlanTemplate {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly make: () => Plan;
}

interface House {
  readonly zones: readonly string[];
  readonly blocks: (row: number) => readonly number[];
  readonly rows: number;
  readonly zoneOf: (row: number, seat: number, seats: number) => number;
  /** Whether the last row has a wheelchair place and a companion seat at each end. */
  readonly hasAccess: boolean;
  readonly areas?: readonly Omit<PlanArea, "key">[];
}

function build({ zones, blocks, rows, zoneOf, hasAccess, areas = [] }: House): Plan {
  const labels = rowLabels(rows, "letters");
  const made = labels.map((label, r): PlanRow => {
    const sizes = blocks(r);
    const count = sizes.reduce((sum, size) => sum + size, 0);
    const kindOf = (seat: number): SeatKind => {
      if (!hasAccess || r !== rows - 1) return "standard";
      const fromEdge = Math.min(seat, count - 1 - seat);
      return fromEdge === 0 ? "accessible" : fromEdge === 1 ? "companion" : "standard";
    };
    let at = 0;
    const seat = (): PlanSeat => {
      const made = { zone: zoneOf(r, at, count), kind: kindOf(at) };
      at += 1;
      return made;
    };
    return {
      key: r,
      label,
      firstNumber: 1,
      numberStep: 1,
      indent: undefined,
      blocks: sizes.map((size) => Array.from({ length: size }, seat)),
    };
  });
  return {
    zones,
    rows: made,
    areas: areas.map((area, i) => ({ ...area, key: rows + i })),
    focal: undefined,
    nextKey: rows + areas.length,
  };
}

/** The templates, the smallest first. */
export const templates: readonly PlanTemplate[] = [
  {
    id: "studio",
    title: "Small house",
    text: "8 rows of 10, one aisle, two zones",
    make: () =>
      build({
        zones: ["Standard", "Premium"],
        rows: 8,
        blocks: () => [5, 5],
        zoneOf: (row) => (row >= 6 ? 1 : 0),
        hasAccess: true,
      }),
  },
  {
    id: "hall",
    title: "Medium house",
    text: "14 rows of 18, two aisles, front, standard and premium",
    make: () =>
      build({
        zones: ["Standard", "Front", "Premium"],
        rows: 14,
        blocks: () => [4, 10, 4],
        zoneOf: (row) => (row < 2 ? 1 : row >= 10 ? 2 : 0),
        hasAccess: true,
      }),
  },
  {
    id: "palace",
    title: "Large house",
    text: "24 widening rows, 744 seats, the best ones in the middle",
    make: () =>
      build({
        zones: ["Standard", "Front", "Premium"],
        rows: 24,
        blocks: (row) => [6 + Math.floor(row / 6), 16, 6 + Math.floor(row / 6)],
        zoneOf: (row, seat, seats) =>
          row < 4 ? 1 : row >= 12 && Math.abs(2 * seat - seats + 1) < 16 ? 2 : 0,
        hasAccess: true,
      }),
  },
  {
    id: "concert",
    title: "Concert hall",
    text: "500 standing places before 12 widening rows",
    make: () =>
      build({
        zones: ["Seated", "Standing"],
        rows: 12,
        blocks: (row) => [8 + row, 8 + row],
        zoneOf: () => 0,
        hasAccess: true,
        areas: [{ name: "Standing", capacity: 500, zone: 1 }],
      }),
  },
];

/** What a new theater begins with. */
export const firstTemplate = () => (templates[1] ?? templates[0])?.make() ?? emptyPlan;

/** Nothing but a zone. */
export const emptyPlan: Plan = { zones: ["Standard"], rows: [], areas: [], focal: undefined, nextKey: 0 };
