import type { Places, Selection } from "./selection";

/** What is kept of a selection while its owner signs in. */
export interface KeptSelection {
  readonly seats: readonly string[];
  readonly places: Places | undefined;
}

const nameOf = (showtimeId: string) => `catalog-seats-${showtimeId}`;

/** Keeps a selection in this tab, so that a way over the sign-in page, or a reload, does not lose it. */
export function keepSelection(showtimeId: string, { seats, places }: Selection): void {
  if (seats.length === 0 && places === undefined) sessionStorage.removeItem(nameOf(showtimeId));
  else sessionStorage.setItem(nameOf(showtimeId), JSON.stringify({ seats, places }));
}

/** The selection that was kept; undefined when there is none, or it makes no sense. */
export function keptSelection(showtimeId: string): KeptSelection | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(nameOf(showtimeId)) ?? "null");
    if (typeof kept !== "object" || kept === null || !("seats" in kept) || !Array.isArray(kept.seats)) {
      return undefined;
    }
    const seats = kept.seats.filter((seat): seat is string => typeof seat === "string");
    return { seats, places: "places" in kept ? placesOf(kept.places) : undefined };
  } catch {
    return undefined;
  }
}

function placesOf(value: unknown): Places | undefined {
  if (typeof value !== "object" || value === null || !("area" in value) || !("count" in value))
    return undefined;
  const { area, count } = value;
  return typeof area === "string" && typeof count === "number" && count > 0 ? { area, count } : undefined;
}
