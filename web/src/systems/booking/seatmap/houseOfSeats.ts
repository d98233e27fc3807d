import type { Schemas } from "@/api/client";
import { type House, houseOf, type SeatKind } from "./House";

/** The house behind a showtime's seats. */
export function houseOfSeats(answer: Schemas["SeatsAnswer"]): House {
  const ordinal = new Map(answer.zones.map((zone, index) => [zone.name, index]));
  const zoneOf = (name: string) => ordinal.get(name) ?? 0;
  return houseOf(
    answer.width,
    answer.zones,
    answer.areas.map(({ name, zone, priceCents, capacity }) => ({
      name,
      zone: zoneOf(zone),
      priceCents,
      capacity,
    })),
    answer.rows.map((row) => ({
      label: row.label,
      seats: row.seats.map(({ label, number, x, zone, kind, priceCents }) => ({
        label,
        number,
        x,
        zone: zoneOf(zone),
        kind: kindOf(kind),
        priceCents,
      })),
    })),
  );
}

function kindOf(kind: string): SeatKind {
  return kind === "accessible" || kind === "companion" ? kind : "standard";
}
