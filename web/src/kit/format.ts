const locale = "en";
/** What stands where a value is missing: never 0. */
export const missing = "–";
/**
 * The one zone all times are shown and entered in: the server's. A theater has no zone of its own and the lists' days
 * are days of this one, so a late show stands under the same day everywhere, wherever the browser is.
 */
export const timeZone = "UTC";

const compact = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
const exact = new Intl.NumberFormat(locale);
const dateTime = new Intl.DateTimeFormat(locale, {
  dateStyle: "medium",
  timeStyle: "short",
  hourCycle: "h23",
  timeZone,
});
const dayOnly = new Intl.DateTimeFormat(locale, {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone,
});
const timeOnly = new Intl.DateTimeFormat(locale, {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone,
});
const secondsToo = new Intl.DateTimeFormat(locale, {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
  timeZone,
});
const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
const sizes = ["B", "KiB", "MiB", "GiB", "TiB"] as const;
const currencies = new Map<string, Intl.NumberFormat>();

/** 12.4 k, 3.1 M; whole below a thousand. */
export function formatCompact(value: number | null | undefined): string {
  if (value == null || !Number.isFinite(value)) return missing;
  return compact
    .format(value)
    .replace(/(\d)([A-Z])/, (_, digit: string, unit: string) => `${digit}\u202f${unit === "K" ? "k" : unit}`);
}

/** 12,431. */
export function formatExact(value: number | null | undefined): string {
  return value == null || !Number.isFinite(value) ? missing : exact.format(value);
}

/** Hundredths of a currency: €12.50. */
export function formatMoney(cents: number | null | undefined, currency = "EUR"): string {
  if (cents == null || !Number.isFinite(cents)) return missing;
  let format = currencies.get(currency);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { style: "currency", currency });
    currencies.set(currency, format);
  }

  return format.format(cents / 100);
}

/** A share between 0 and 1 as 12.5 %. */
export function formatPercent(share: number | null | undefined): string {
  return share == null || !Number.isFinite(share) ? missing : `${(share * 100).toFixed(1)}\u202f%`;
}

/** 4:05, or 1:02:03 from an hour on. */
export function formatCountdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** 0 B, 512 B, 1.5 KiB. */
export function formatBytes(bytes: number | null | undefined): string {
  if (bytes == null || !Number.isFinite(bytes)) return missing;
  let [value, unit] = [bytes, 0];
  while (value >= 1024 && unit < sizes.length - 1) {
    value /= 1024;
    unit += 1;
  }

  return `${unit === 0 ? value : value.toFixed(1)} ${sizes[unit]}`;
}

/** 850 ms, 12.3 s, 4 min, 2 h 5 min. */
export function formatDuration(ms: number | null | undefined): string {
  if (ms == null || !Number.isFinite(ms)) return missing;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0
    ? `${Math.floor(minutes / 60)} h`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** 22 Nov 2026, 17:30 as the locale writes it. */
export function formatDateTime(at: Date): string {
  return dateTime.format(at);
}

/** Sun, Nov 22. */
export function formatDay(at: Date): string {
  return dayOnly.format(at);
}

/** 17:30. */
export function formatTime(at: Date): string {
  return timeOnly.format(at);
}

/** 17:30:05. */
export function formatTimeOfDay(at: Date): string {
  return secondsToo.format(at);
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365 * 86_400],
  ["month", 30 * 86_400],
  ["week", 7 * 86_400],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

/** "in 5 minutes", "3 days ago", "just now". */
export function formatRelative(at: Date, now: Date): string {
  const seconds = (at.getTime() - now.getTime()) / 1000;
  for (const [unit, length] of steps) {
    if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
  }

  return Math.abs(seconds) < 10 ? "just now" : relative.format(Math.trunc(seconds), "second");
}
