import { bucketName, type Grain } from "./times";
import { exact, type Unit, type Value } from "./unit";

/** A series as the sentence about it needs it. */
export interface Told {
  readonly name: string;
  readonly values: readonly Value[];
}

interface Times {
  readonly begins: readonly number[];
  readonly grain: Grain;
  readonly unit: Unit;
  readonly currency?: string | undefined;
}

const most = 4;

/** "30 days, Oct 24 to Nov 22. Revenue: lowest €1,203.00 (Nov 3), highest €5,400.00 (Nov 14), last €3,400.00." */
export function tellTimes({ begins, grain, unit, currency }: Times, series: readonly Told[]): string {
  const [first, last] = [begins[0], begins.at(-1)];
  if (first === undefined || last === undefined) return "Nothing in this time.";
  const span = begins.length === 1 ? "" : ` to ${bucketName(last, grain)}`;
  const parts = [`${plural(begins.length, grain)}, ${bucketName(first, grain)}${span}.`];
  for (const { name, values } of series.slice(0, most)) {
    const known = values.flatMap((value, index) => (value == null ? [] : [{ value, index }]));
    const newest = known.at(-1);
    if (newest === undefined) {
      parts.push(`${name}: no values.`);
      continue;
    }
    const low = known.reduce((a, b) => (b.value < a.value ? b : a));
    const high = known.reduce((a, b) => (b.value > a.value ? b : a));
    const when = (index: number) => bucketName(begins[index] ?? first, grain);
    const say = (value: number) => exact(value, unit, currency);
    parts.push(
      `${name}: lowest ${say(low.value)} (${when(low.index)}), highest ${say(high.value)} (${when(high.index)}), last ${say(newest.value)}.`,
    );
  }
  if (series.length > most) parts.push(`And ${series.length - most} more series.`);
  return parts.join(" ");
}

/** "12 in all. First: Heat €9,100.00, Ran €4,000.00, Alien €3,100.00." */
export function tellRanked(
  items: readonly { readonly name: string; readonly value: Value }[],
  say: (value: Value) => string,
): string {
  if (items.length === 0) return "Nothing in this time.";
  const ranked = [...items].sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity)).slice(0, 3);
  return `${items.length} in all. First: ${ranked.map(({ name, value }) => `${name} ${say(value)}`).join(", ")}.`;
}

/** "Highest Sat 20:00 with 310, lowest Mon 04:00 with 2." */
export function tellGrid(
  cells: readonly { readonly at: string; readonly value: number }[],
  say: (value: Value) => string,
): string {
  const [first] = cells;
  if (first === undefined) return "Nothing in this time.";
  const high = cells.reduce((a, b) => (b.value > a.value ? b : a), first);
  const low = cells.reduce((a, b) => (b.value < a.value ? b : a), first);
  return `Highest ${high.at} with ${say(high.value)}, lowest ${low.at} with ${say(low.value)}.`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
