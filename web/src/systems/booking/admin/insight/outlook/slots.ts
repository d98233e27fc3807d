import type { Value } from "@/kit/charts/unit";
import type { ShowSlot } from "./advice";

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const slotHours = 2;

/** The two hours of each column, as far as there are any. */
export function slotNames(slots: readonly ShowSlot[]): string[] {
  return hoursOf(slots).map((hour) => `${String(hour).padStart(2, "0")}:00`);
}

/** Seats against the average showtime by weekday and time of the day; nothing where there never was one. */
export function slotGrid(slots: readonly ShowSlot[]): Value[][] {
  const hours = hoursOf(slots);
  return weekdays.map((weekday) =>
    hours.map((hour) => slots.find((each) => each.weekday === weekday && each.fromHour === hour)?.ratio),
  );
}

/** The times of the day between the first and the last that there is. */
function hoursOf(slots: readonly ShowSlot[]): number[] {
  if (slots.length === 0) return [];
  const all = slots.map(({ fromHour }) => fromHour);
  const [first, last] = [Math.min(...all), Math.max(...all)];
  return Array.from({ length: (last - first) / slotHours + 1 }, (_, i) => first + i * slotHours);
}
