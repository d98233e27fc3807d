import { layOut } from "./geometry";
import { limits, numberOf, type Plan, type PlanRow, sizeOf } from "./plan";

/** Something the server would refuse, under the path by which it names the field. */
export interface PlanFault {
  readonly field: string;
  readonly message: string;
}

/** Everything the server would refuse about a plan; it names only the first. */
export function faultsOf(plan: Plan): PlanFault[] {
  return [
    ...zoneFaults(plan),
    ...areaFaults(plan),
    ...plan.rows.flatMap(rowFaults),
    ...planFaults(plan),
  ].sort((a, b) => rank(a) - rank(b));
}

/** The row of the plan a field belongs to: 3 for `rows[3].label`. */
export function rowIndexOf(field: string): number | undefined {
  const match = /^(?:plan\.)?rows\[(\d+)\]/.exec(field);
  return match === null ? undefined : Number(match[1]);
}

const order = ["zones", "areas", "rows", "focal"];
const rank = (fault: PlanFault) => order.findIndex((part) => fault.field.startsWith(part));

function zoneFaults(plan: Plan): PlanFault[] {
  const { length } = plan.zones;
  const count =
    length === 0 || length > limits.zones
      ? [{ field: "zones", message: `A plan has 1 to ${limits.zones} price zones.` }]
      : [];
  return [...count, ...nameFaults("zones", plan.zones)];
}

function areaFaults(plan: Plan): PlanFault[] {
  const faults: PlanFault[] = [];
  if (plan.areas.length > limits.areas)
    faults.push({ field: "areas", message: `A plan has at most ${limits.areas} areas.` });
  plan.areas.forEach((area, i) => {
    if (isWithin(area.capacity, 1, limits.areaCapacity)) return;
    faults.push({
      field: `areas[${i}].capacity`,
      message: `An area has 1 to ${limits.areaCapacity} places.`,
    });
  });
  return [
    ...faults,
    ...nameFaults(
      "areas",
      plan.areas.map((area) => area.name),
    ),
  ];
}

function nameFaults(field: string, names: readonly string[]): PlanFault[] {
  return names.flatMap((name, i) => {
    const at = `${field}[${i}]`;
    if (name.trim() === "" || name.length > limits.nameLength)
      return [{ field: at, message: `A name has 1 to ${limits.nameLength} characters.` }];
    return names.indexOf(name) < i ? [{ field: at, message: `“${name}” stands twice.` }] : [];
  });
}

function rowFaults(row: PlanRow, i: number): PlanFault[] {
  const faults: PlanFault[] = [];
  const fault = (field: string, message: string) => faults.push({ field: `rows[${i}].${field}`, message });
  if (row.label.trim() === "" || row.label.length > limits.labelLength)
    fault("label", `A label has 1 to ${limits.labelLength} characters.`);
  if (row.blocks.length === 0) fault("blocks", "A row has at least one block.");
  row.blocks.forEach((block, b) => {
    if (!isWithin(block.length, 1, limits.blockSeats))
      fault(`blocks[${b}]`, `A block has 1 to ${limits.blockSeats} seats.`);
  });
  const isStep = isWithin(row.numberStep, -limits.numberStep, limits.numberStep) && row.numberStep !== 0;
  if (!isStep) fault("numberStep", "It is -100 to 100 and not 0.");
  const ends = [row.firstNumber, numberOf(row, Math.max(0, sizeOf(row) - 1))];
  if (!ends.every((number) => isWithin(number, 0, limits.seatNumber)))
    fault("firstNumber", `Seat numbers are 0 to ${limits.seatNumber}.`);
  if (row.indent !== undefined && !isWithin(row.indent, 0, limits.indent))
    fault("indentHalfSeats", `It is 0 to ${limits.indent}.`);
  return faults;
}

function planFaults(plan: Plan): PlanFault[] {
  const faults: PlanFault[] = [];
  const total = plan.rows.reduce((sum, row) => sum + sizeOf(row), 0);
  if (plan.rows.length === 0 && plan.areas.length === 0)
    faults.push({ field: "rows", message: "A plan has a row or an area." });
  if (total > limits.seats)
    faults.push({ field: "rows", message: `A plan has at most ${limits.seats} seats; these are ${total}.` });
  faults.push(...labelFaults(plan));
  if (plan.focal === undefined) return faults;
  const { width } = layOut(plan);
  if (!plan.rows.some((row) => row.key === plan.focal?.row))
    faults.push({ field: "focal.row", message: "Its row is gone." });
  if (!isWithin(plan.focal.halfSeats, 0, width))
    faults.push({ field: "focal.halfSeats", message: `It is 0 to ${width}, the width of the plan.` });
  return faults;
}

/** Labels of rows and of seats tell them apart whatever the case of letters: row A1's seat 1 is row A's seat 11. */
function labelFaults(plan: Plan): PlanFault[] {
  const faults: PlanFault[] = [];
  const rows = new Set<string>();
  const seats = new Set<string>();
  plan.rows.forEach((row, i) => {
    const field = `rows[${i}].label`;
    const label = row.label.toUpperCase();
    if (rows.has(label)) {
      faults.push({ field, message: `“${row.label}” stands twice.` });
      return;
    }

    rows.add(label);
    const count = sizeOf(row);
    for (let s = 0; s < count; s++) {
      const seat = `${label}${numberOf(row, s)}`;
      if (seats.has(seat)) {
        faults.push({ field, message: `The seat label “${seat}” stands twice.` });
        return;
      }

      seats.add(seat);
    }
  });
  return faults;
}

const isWithin = (value: number, min: number, max: number) =>
  Number.isInteger(value) && value >= min && value <= max;
