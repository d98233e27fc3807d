import type { Schemas } from "@/api/client";
import type { TheaterBody } from "../bodies";
import { centredIndent, defaultFocal, layOut, widestOf } from "./geometry";
import { numberOf, type Plan, type PlanRow, type PlanSeat, type SeatKind, seatsOf } from "./plan";

type PlanAnswer = Schemas["SeatPlanSpec"];
type RowAnswer = NonNullable<PlanAnswer["rows"]>[number];
type PlanBody = TheaterBody["plan"];
type RowBody = NonNullable<PlanBody["rows"]>[number];

/** The plan as the server gives it, to be edited. */
export function planOf(answer: PlanAnswer): Plan {
  const { zones } = answer;
  const rows = (answer.rows ?? []).map((row, i) => rowOf(row, i, zones));
  const areas = (answer.areas ?? []).map((area, i) => ({
    key: rows.length + i,
    name: area.name,
    capacity: area.capacity,
    zone: Math.max(0, zones.indexOf(area.zone)),
  }));
  const placed: Plan = { zones, rows, areas, focal: undefined, nextKey: rows.length + areas.length };
  const centred: Plan = { ...placed, rows: withoutCentredIndents(placed) };
  const focalRow = rows.find((row) => row.label === answer.focal?.row);
  if (answer.focal == null || focalRow === undefined) return centred;
  const focal = { row: focalRow.key, halfSeats: answer.focal.halfSeats };
  const usual = defaultFocal(centred, layOut(centred));
  const isUsual = usual?.row === focal.row && usual.halfSeats === focal.halfSeats;
  return isUsual ? centred : { ...centred, focal };
}

/** The plan as the server takes it. */
export function bodyOf(plan: Plan): PlanBody {
  const focalRow = plan.rows.find((row) => row.key === plan.focal?.row);
  return {
    zones: [...plan.zones],
    rows: plan.rows.map((row) => rowBodyOf(row, plan.zones)),
    areas: plan.areas.map(({ name, capacity, zone }) => ({ name, capacity, zone: plan.zones[zone] ?? "" })),
    ...(plan.focal === undefined || focalRow === undefined
      ? {}
      : { focal: { row: focalRow.label, halfSeats: plan.focal.halfSeats } }),
  };
}

/** The plan as the server would give it back, for whatever draws those. */
export function answerOf(plan: Plan): PlanAnswer {
  // What is sent leaves nothing out that may be null.
  return bodyOf(plan) as PlanAnswer;
}

function rowOf(answer: RowAnswer, key: number, zones: readonly string[]): PlanRow {
  const first = answer.firstNumber ?? 1;
  const step = answer.numberStep ?? 1;
  const count = answer.blocks.reduce((sum, size) => sum + size, 0);
  const zoneOf = new Array<number>(count).fill(0);
  for (const run of answer.zones ?? []) {
    zoneOf.fill(zones.indexOf(run.zone), (run.fromNumber - first) / step, (run.toNumber - first) / step + 1);
  }

  const accessible = new Set(answer.accessible ?? []);
  const companion = new Set(answer.companion ?? []);
  const kindOf = (number: number): SeatKind =>
    accessible.has(number) ? "accessible" : companion.has(number) ? "companion" : "standard";
  let at = 0;
  const blocks = answer.blocks.map((size) =>
    Array.from({ length: size }, (): PlanSeat => {
      const seat = { zone: zoneOf[at] ?? 0, kind: kindOf(first + step * at) };
      at += 1;
      return seat;
    }),
  );
  const indent = answer.indentHalfSeats ?? undefined;
  return { key, label: answer.label, firstNumber: first, numberStep: step, indent, blocks };
}

/** The server says where every row begins; a row it would centre anyway stays centred when it is edited. */
function withoutCentredIndents(plan: Plan): PlanRow[] {
  const widest = widestOf(plan);
  return plan.rows.map((row) =>
    row.indent === centredIndent(row, widest) ? { ...row, indent: undefined } : row,
  );
}

function rowBodyOf(row: PlanRow, zones: readonly string[]): RowBody {
  const seats = seatsOf(row);
  const numbersOf = (kind: SeatKind) =>
    seats.flatMap((seat, i) => (seat.kind === kind ? [numberOf(row, i)] : []));
  return {
    label: row.label,
    blocks: row.blocks.map((block) => block.length),
    firstNumber: row.firstNumber,
    numberStep: row.numberStep,
    indentHalfSeats: row.indent ?? null,
    zones: zoneRuns(row, seats, zones),
    accessible: numbersOf("accessible"),
    companion: numbersOf("companion"),
  };
}

/** Neighbours of one zone as one run; the first zone needs none. */
function zoneRuns(row: PlanRow, seats: readonly PlanSeat[], zones: readonly string[]) {
  const runs: { zone: string; fromNumber: number; toNumber: number }[] = [];
  for (let from = 0, to = 0; from < seats.length; from = to) {
    const zone = seats[from]?.zone ?? 0;
    to = from + 1;
    while (to < seats.length && seats[to]?.zone === zone) to++;
    if (zone === 0) continue;
    runs.push({ zone: zones[zone] ?? "", fromNumber: numberOf(row, from), toNumber: numberOf(row, to - 1) });
  }

  return runs;
}
