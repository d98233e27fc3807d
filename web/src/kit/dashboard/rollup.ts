import type { Grain } from "../charts/times";
import type { Unit, Value } from "../charts/unit";
import type { Period } from "./range";

/** What a rollup answers with; every system's rollups speak alike. */
export interface RollupTable {
  readonly grain: string;
  readonly dimensions: readonly { readonly name: string; readonly title: string }[];
  readonly measures: readonly RollupMeasure[];
  readonly rows: readonly RollupRow[];
  /** Since when everything is counted, if not everything is. */
  readonly since?: string | null | undefined;
  /** Everything that was durable then is counted. */
  readonly asOf?: string | undefined;
}

export interface RollupMeasure {
  readonly name: string;
  readonly title: string;
  readonly kind: string;
  readonly unit: string;
}

export interface RollupRow {
  /** When its bucket begins. */
  readonly time: string;
  readonly keys: readonly RollupKey[];
  readonly values: readonly Value[];
}

export interface RollupKey {
  readonly id: string;
  /** Nothing when nobody knows it any more. */
  readonly label?: string | null | undefined;
}

/** What is asked of a rollup. */
export interface RollupQuestion {
  readonly rollup: string;
  readonly period: Period;
  /** `all` for one row for all of the time. */
  readonly grain: Grain | "all";
  readonly by?: readonly string[];
  readonly measures?: readonly string[];
  /** Only these values of dimensions. */
  readonly where?: Readonly<Record<string, string | undefined>>;
  /** A measure, with `-` before it for the greatest first. */
  readonly order?: string;
  readonly limit?: number;
}

/** The question as an address has it. */
export function parametersOf(question: RollupQuestion): Record<string, string> {
  const { period, grain, by = [], measures = [], where = {}, order, limit } = question;
  const given: Record<string, string | undefined> = {
    from: momentOf(period.from),
    to: momentOf(period.to),
    grain,
    by: by.length === 0 ? undefined : by.join(","),
    measures: measures.length === 0 ? undefined : measures.join(","),
    order,
    limit: limit?.toString(),
    ...where,
  };
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function momentOf(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z");
}

const units: Readonly<Record<string, Unit>> = {
  cents: "money",
  ratio: "percent",
  milliseconds: "duration",
  bytes: "bytes",
  points: "decimal",
};

/** The unit of a measure as charts show it. */
export function unitOf({ unit }: RollupMeasure): Unit {
  return units[unit] ?? "count";
}

/** A measure's place among the values; -1 when it is not there. */
export function columnOf(table: RollupTable, measure: string): number {
  return table.measures.findIndex(({ name }) => name === measure);
}

/** A measure over the buckets: nothing happened is 0 where things are counted, what is not known yet is missing. */
export function courseOf(table: RollupTable, measure: string, begins: readonly number[]): Value[] {
  const column = columnOf(table, measure);
  const byTime = new Map(table.rows.map((row) => [new Date(row.time).getTime(), row.values[column]]));
  const kind = table.measures[column]?.kind;
  const isCounted = kind === "count" || kind === "sum";
  const [since, until] = [
    new Date(table.since ?? 0).getTime(),
    table.asOf === undefined ? Number.POSITIVE_INFINITY : new Date(table.asOf).getTime(),
  ];
  return begins.map((begin) => {
    const value = byTime.get(begin);
    if (value != null) return value;
    return isCounted && begin >= since && begin <= until ? 0 : undefined;
  });
}

/** One thing of a dimension, and its number. */
export interface Part {
  readonly key: string;
  readonly name: string;
  readonly value: Value;
}

/** A measure by the values of the answer's first dimension. */
export function partsOf(table: RollupTable, measure: string): Part[] {
  const column = columnOf(table, measure);
  return table.rows.flatMap(({ keys, values }) => {
    const [key] = keys;
    return key === undefined ? [] : [{ key: key.id, name: nameOf(key), value: values[column] }];
  });
}

/** The one number of a question about all of the time; 0 where nothing was counted. */
export function totalOf(table: RollupTable | undefined, measure: string): Value {
  if (table === undefined) return undefined;
  const column = columnOf(table, measure);
  const [row] = table.rows;
  if (row !== undefined) return row.values[column];
  const kind = table.measures[column]?.kind;
  return kind === "count" || kind === "sum" ? 0 : undefined;
}

/** What somebody reads for a value of a dimension. */
export function nameOf({ id, label }: RollupKey): string {
  return label ?? (id === "other" ? "Other" : `No. ${id}`);
}

/** Why the answer may not be all there was, if that may be. */
export function partialOf(table: RollupTable | undefined, period: Period): string | undefined {
  if (table?.since == null) return undefined;
  const since = new Date(table.since);
  return since.getTime() <= period.from
    ? undefined
    : `Only what happened since ${since.toISOString().slice(0, 10)} is counted.`;
}
