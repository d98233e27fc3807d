import type { SalesRow } from "./salesQueries";

/** The part of what was held that was paid; undefined when nothing was held. */
export function conversionOf({ reservations = 0, bookings = 0 }: SalesRow): number | undefined {
  return reservations === 0 ? undefined : bookings / reservations;
}

/** The part of what was paid that was given up again. */
export function cancelledShare({ bookings = 0, cancellations = 0 }: SalesRow): number | undefined {
  return bookings === 0 ? undefined : cancellations / bookings;
}

/** A day of the chart. */
export interface SalesDay {
  readonly day: string;
  readonly revenueCents: number;
  readonly seats: number;
}

/** The last days up to the newest with sales, those without any filled in. */
export function lastDays(rows: readonly SalesRow[], count: number): SalesDay[] {
  const newest = rows.at(-1)?.key;
  if (newest === undefined) return [];
  const byDay = new Map(rows.map((row) => [row.key, row]));
  const end = new Date(`${newest}T00:00:00Z`).getTime();
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(end - (count - 1 - i) * 86_400_000).toISOString().slice(0, 10);
    const row = byDay.get(day);
    return { day, revenueCents: row?.revenueCents ?? 0, seats: row?.seats ?? 0 };
  });
}
