import type { Schemas } from "@/api/client";

export type Booking = Schemas["BookingAnswer"];

/** Every status a booking can have, in the server's words. */
export const statuses = [
  "reserved",
  "offered",
  "paying",
  "declined",
  "confirmed",
  "expired",
  "released",
  "refunded",
  "cancelled",
] as const;

export type BookingStatus = (typeof statuses)[number];

interface StatusWords {
  readonly label: string;
  readonly meaning: "good" | "warning" | "bad" | "info" | "neutral";
  /** What it means for whoever booked. */
  readonly text: string;
}

const words: Readonly<Record<BookingStatus, StatusWords>> = {
  reserved: {
    label: "Held for you",
    meaning: "warning",
    text: "Pay before the time is up to keep the seats.",
  },
  offered: {
    label: "Offered to you",
    meaning: "warning",
    text: "You waited for these seats. Pay before the time is up to keep them.",
  },
  paying: { label: "Payment under way", meaning: "info", text: "The bank has not answered yet." },
  declined: {
    label: "Payment declined",
    meaning: "bad",
    text: "Nothing was charged. The seats are still held: try another card.",
  },
  confirmed: { label: "Paid", meaning: "good", text: "The seats are yours." },
  expired: {
    label: "Ran out",
    meaning: "neutral",
    text: "The hold ran out before it was paid. Nothing was charged.",
  },
  released: {
    label: "Given back",
    meaning: "neutral",
    text: "You gave the seats back. Nothing was charged.",
  },
  refunded: {
    label: "Refunded",
    meaning: "info",
    text: "The payment came after the hold had run out and the seats were gone. The money went back.",
  },
  cancelled: { label: "Cancelled", meaning: "neutral", text: "It was cancelled, and the money went back." },
};

/** A status the server may learn later is shown as it is. */
export function wordsOf(booking: Pick<Booking, "status" | "isByHouse">): StatusWords {
  if (booking.status === "cancelled" && booking.isByHouse === true) {
    return {
      label: "Called off",
      meaning: "bad",
      text: "The theater called the show off. The money went back.",
    };
  }

  return isStatus(booking.status)
    ? words[booking.status]
    : { label: booking.status, meaning: "neutral", text: "" };
}

function isStatus(status: string): status is BookingStatus {
  return statuses.some((each) => each === status);
}

/** Whether seats are held that can still be paid for. */
export function isHeld({ status, expiresAt }: Pick<Booking, "status" | "expiresAt">, now: number): boolean {
  if (status === "paying") return true;
  const canPay = status === "reserved" || status === "offered" || status === "declined";
  return canPay && expiresAt != null && new Date(expiresAt).getTime() > now;
}

/** Whether it is paid and the show is still to come; a show whose time is not known is. */
export function isUpcoming({ status, startsAt }: Pick<Booking, "status" | "startsAt">, now: number): boolean {
  return status === "confirmed" && (startsAt == null || new Date(startsAt).getTime() > now);
}

/** Paid bookings still to come, the soonest first; or those that were, the latest first. */
export function paidBookings(bookings: readonly Booking[], when: "upcoming" | "past", now: number) {
  const direction = when === "upcoming" ? 1 : -1;
  return bookings
    .filter((each) => each.status === "confirmed" && isUpcoming(each, now) === (when === "upcoming"))
    .sort((a, b) => direction * (a.startsAt ?? "").localeCompare(b.startsAt ?? ""));
}

/** What was booked: "Seats K11, K12 and 2 places in Standing". */
export function placesOf({ seats, area, places }: Pick<Booking, "seats" | "area" | "places">): string {
  const parts: string[] = [];
  if (seats.length > 0) parts.push(`${seats.length === 1 ? "Seat" : "Seats"} ${seats.join(", ")}`);
  if (places != null && places > 0) {
    parts.push(`${places} ${places === 1 ? "place" : "places"}${area == null ? "" : ` in ${area}`}`);
  }

  return parts.join(" and ");
}
