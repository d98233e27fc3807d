import type { House } from "../seatmap/House";
import type { Places } from "./selection";

/** A line of a basket: a seat, or the places of an area. */
export interface BasketLine {
  readonly key: string;
  /** The seat's label, when it is one. */
  readonly seat: string | undefined;
  readonly title: string;
  readonly zone: number;
  readonly zoneName: string;
  readonly kind: "standard" | "accessible" | "companion";
  readonly priceCents: number;
}

/** What seats and places cost, line by line: seats in the house's order, then places. */
export function basketOf(house: House, seats: readonly string[], places: Places | undefined): BasketLine[] {
  const nameOf = (zone: number) => house.zones[zone]?.name ?? "";
  const lines = seats
    .flatMap((label) => house.byLabel.get(label) ?? [])
    .sort((a, b) => a.index - b.index)
    .map(
      (seat): BasketLine => ({
        key: seat.label,
        seat: seat.label,
        title: `Row ${seat.row}, seat ${seat.number}`,
        zone: seat.zone,
        zoneName: nameOf(seat.zone),
        kind: seat.kind,
        priceCents: seat.priceCents,
      }),
    );
  const area = house.areas.find((each) => each.name === places?.area);
  if (places === undefined || area === undefined) return lines;
  const title = `${area.name}, ${places.count} ${places.count === 1 ? "place" : "places"}`;
  return [
    ...lines,
    {
      key: `area ${area.name}`,
      seat: undefined,
      title,
      zone: area.zone,
      zoneName: nameOf(area.zone),
      kind: "standard",
      priceCents: area.priceCents * places.count,
    },
  ];
}

/** The sum of the lines. */
export function totalOf(lines: readonly BasketLine[]): number {
  return lines.reduce((sum, line) => sum + line.priceCents, 0);
}
