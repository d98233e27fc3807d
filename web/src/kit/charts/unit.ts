import {
  formatBytes,
  formatCompact,
  formatDuration,
  formatExact,
  formatMoney,
  formatPercent,
  missing,
} from "../format";

/** What a number counts. Money is in hundredths, a percent a share of 1, a duration in milliseconds. */
export type Unit = "count" | "decimal" | "money" | "percent" | "duration" | "bytes";

/** A value, or nothing where nothing is known: never taken for 0. */
export type Value = number | null | undefined;

const decimal = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
const shortMoney = new Map<string, Intl.NumberFormat>();

/** The value as short as it can be read: 12.4 k, €3.1 M. */
export function compact(value: Value, unit: Unit, currency = "EUR"): string {
  if (value == null || !Number.isFinite(value)) return missing;
  switch (unit) {
    case "count":
      return formatCompact(value);
    case "money":
      return compactMoney(value, currency);
    case "bytes":
      return formatBytes(value).replace(/(\d{3})\.\d/, "$1");
    case "decimal":
      return Math.abs(value) < 1000 ? decimal.format(value) : formatCompact(value);
    default:
      return exact(value, unit, currency);
  }
}

/** The value as it is. */
export function exact(value: Value, unit: Unit, currency = "EUR"): string {
  if (value == null || !Number.isFinite(value)) return missing;
  switch (unit) {
    case "count":
      return formatExact(value);
    case "decimal":
      return decimal.format(value);
    case "money":
      return formatMoney(value, currency);
    case "percent":
      return formatPercent(value);
    case "duration":
      return formatDuration(value);
    case "bytes":
      return formatBytes(value);
  }
}

function compactMoney(cents: number, currency: string): string {
  if (Math.abs(cents) < 100_000) return formatMoney(cents, currency);
  let format = shortMoney.get(currency);
  if (format === undefined) {
    format = new Intl.NumberFormat("en", {
      style: "currency",
      currency,
      notation: "compact",
      maximumFractionDigits: 1,
      // Else it insists on two of them below a thousand.
      minimumFractionDigits: 0,
    });
    shortMoney.set(currency, format);
  }
  return format
    .format(cents / 100)
    .replace(/(\d)([A-Z])/, (_, digit: string, sign: string) => `${digit}\u202f${sign === "K" ? "k" : sign}`);
}
