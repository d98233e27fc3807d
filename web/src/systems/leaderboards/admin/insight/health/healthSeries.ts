import type { Value } from "@/kit/charts/unit";
import type { HealthDay } from "./healthQueries";

/** A figure over days; nothing where there is no such day. */
export function healthSeries(
  days: readonly HealthDay[],
  begins: readonly number[],
  of: (day: HealthDay) => Value,
): Value[] {
  const byTime = new Map(days.map((day) => [Date.parse(`${day.day}T00:00:00Z`), day]));
  return begins.map((begin) => {
    const day = byTime.get(begin);
    return day === undefined ? undefined : of(day);
  });
}
