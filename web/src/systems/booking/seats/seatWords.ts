import { formatMoney } from "@/kit/format";
import type { House, HouseSeat } from "../seatmap/House";
import { lookNames, type SeatLook } from "../seatmap/SeatLook";

const kinds = { standard: "", accessible: ", accessible", companion: ", companion seat" } as const;

/** "Row F, seat 12, Comfort, €10.50, free". */
export function seatWords(house: House, seat: HouseSeat, look: SeatLook, currency: string): string {
  const zone = house.zones[seat.zone]?.name ?? "";
  const price = formatMoney(seat.priceCents, currency);
  return `Row ${seat.row}, seat ${seat.number}${kinds[seat.kind]}, ${zone}, ${price}, ${lookNames[look]}`;
}

/** "1 seat", "3 seats and 2 places". */
export function partyWords(seats: number, places: number): string {
  const seatWord = seats === 0 ? "" : `${seats} ${seats === 1 ? "seat" : "seats"}`;
  const placeWord = places === 0 ? "" : `${places} ${places === 1 ? "place" : "places"}`;
  if (seatWord === "" || placeWord === "") return seatWord + placeWord;
  return `${seatWord} and ${placeWord}`;
}
