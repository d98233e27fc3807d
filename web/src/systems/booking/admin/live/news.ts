import type { TopicMessage } from "@/live/Topics";

/** What happened to a booking, as docs/booking.md says. */
export interface News {
  readonly offset: number;
  readonly kind: NewsKind;
  readonly at: string;
  readonly bookingId: string;
  readonly showtimeId: string;
  readonly seats: readonly string[];
  readonly area?: string;
  readonly places?: number;
  readonly amountCents: number;
  readonly currency: string;
  readonly movieTitle?: string;
  readonly theaterName?: string;
  readonly city?: string;
  readonly startsAt?: string;
  readonly held?: number;
  readonly sold?: number;
  readonly capacity?: number;
}

export type NewsKind = "reserved" | "offered" | "confirmed" | "cancelled" | "released" | "expired";

/** What the board counts since it was opened. */
export interface Tally {
  readonly reserved: number;
  readonly confirmed: number;
  readonly cancelled: number;
  readonly soldCents: number;
}

export const nothing: Tally = { reserved: 0, confirmed: 0, cancelled: 0, soldCents: 0 };

const maxRows = 200;
const kinds: readonly string[] = ["reserved", "offered", "confirmed", "cancelled", "released", "expired"];

type Data = Omit<News, "offset" | "kind">;

/** The news in a message, oldest first: one, or those of a snapshot. */
export function newsOf(message: TopicMessage): readonly News[] {
  if (message.event !== "bookings_snapshot") return one(message);
  return (message.data as { bookings: readonly TopicMessage[] }).bookings.flatMap(one);
}

function one({ event, offset, data }: TopicMessage): readonly News[] {
  const kind = event.replace("booking_", "");
  return kinds.includes(kind) ? [{ ...(data as Data), offset, kind: kind as NewsKind }] : [];
}

/** Rows with news on top, newest first, each once, bounded. */
export function withNews(rows: readonly News[], news: readonly News[]): readonly News[] {
  const last = rows[0]?.offset ?? 0;
  const fresh = news.filter(({ offset }) => offset > last);
  return fresh.length === 0 ? rows : [...fresh.reverse(), ...rows].slice(0, maxRows);
}

/** Counts what happened. */
export function counted(tally: Tally, { kind, amountCents }: News): Tally {
  switch (kind) {
    case "reserved":
    case "offered":
      return { ...tally, reserved: tally.reserved + 1 };
    case "confirmed":
      return { ...tally, confirmed: tally.confirmed + 1, soldCents: tally.soldCents + amountCents };
    case "cancelled":
      return { ...tally, cancelled: tally.cancelled + 1, soldCents: tally.soldCents - amountCents };
    default:
      return tally;
  }
}

/** What it is about: seats and places in words. */
export function partyOf({ seats, area, places }: News): string {
  const standing = places === undefined ? [] : [`${places} × ${area ?? "places"}`];
  return [...seats, ...standing].join(", ");
}
