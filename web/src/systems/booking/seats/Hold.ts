import type { Schemas } from "@/api/client";

/** Seats that are held for whoever is signed in. */
export interface Hold {
  readonly bookingId: string;
  readonly showtimeId: string;
  readonly seats: readonly string[];
  readonly area: string | undefined;
  readonly places: number;
  readonly expiresAt: string;
  readonly amountCents: number;
  readonly currency: string;
  /** Whether the waiting list gave it. */
  readonly isOffer: boolean;
  /** Whether a payment is under way. */
  readonly isPaying: boolean;
  /** How well the party could be seated, when the best seats were asked for. */
  readonly rung: string | undefined;
  /** Whether it may still be made to last longer, as far as this page knows. */
  readonly mayExtend: boolean;
}

const live = new Set(["reserved", "offered", "paying", "declined"]);

/** The hold a booking is, while it is one. */
export function holdOfBooking(booking: Schemas["BookingAnswer"]): Hold | undefined {
  if (!live.has(booking.status) || booking.expiresAt == null) return undefined;
  return {
    bookingId: booking.bookingId,
    showtimeId: String(booking.showtimeId),
    seats: booking.seats,
    area: booking.area ?? undefined,
    places: booking.places ?? 0,
    expiresAt: booking.expiresAt,
    amountCents: booking.amountCents,
    currency: booking.currency,
    isOffer: booking.status === "offered",
    isPaying: booking.status === "paying",
    rung: undefined,
    mayExtend: booking.isExtended !== true,
  };
}

/** The hold a reservation or an extension gave. */
export function holdOfAnswer(answer: Schemas["HoldAnswer"]): Hold {
  return {
    bookingId: answer.bookingId,
    showtimeId: String(answer.showtimeId),
    seats: answer.seats,
    area: answer.area ?? undefined,
    places: answer.places ?? 0,
    expiresAt: answer.expiresAt,
    amountCents: answer.amountCents,
    currency: answer.currency,
    isOffer: false,
    isPaying: false,
    rung: answer.rung ?? undefined,
    mayExtend: true,
  };
}

const rungs: Readonly<Record<string, string>> = {
  together: "Side by side.",
  together_with_orphan: "Side by side, with a single seat left beside you.",
  together_with_companion: "Side by side, with a companion seat among them.",
  split: "In two groups: there was no room for all side by side.",
  singles: "One by one: there was no room together.",
};

/** How the party sits, in words. */
export function rungWords(rung: string | undefined): string | undefined {
  return rung === undefined ? undefined : rungs[rung];
}
