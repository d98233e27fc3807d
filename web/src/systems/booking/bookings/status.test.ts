import { describe, expect, it } from "vitest";
import { type Booking, isHeld, isUpcoming, paidBookings, placesOf, statuses, wordsOf } from "./status";

const now = Date.parse("2030-05-01T12:00:00Z");
const before = "2030-05-01T11:00:00Z";
const after = "2030-05-01T13:00:00Z";

describe("wordsOf", () => {
  it("has words for every status", () => {
    for (const status of statuses) expect(wordsOf({ status }).text).not.toBe("");
    expect(new Set(statuses.map((status) => wordsOf({ status }).label)).size).toBe(statuses.length);
  });

  it("tells who cancelled", () => {
    expect(wordsOf({ status: "cancelled", isByHouse: true }).label).toBe("Called off");
    expect(wordsOf({ status: "cancelled", isByHouse: false }).label).toBe("Cancelled");
  });

  it("shows a status it does not know as it is", () => {
    expect(wordsOf({ status: "frozen" })).toMatchObject({ label: "frozen", meaning: "neutral" });
  });
});

describe("isHeld", () => {
  it.each(["reserved", "offered", "declined"])("holds %s until its time is up", (status) => {
    expect(isHeld({ status, expiresAt: after }, now)).toBe(true);
    expect(isHeld({ status, expiresAt: before }, now)).toBe(false);
  });

  it("holds what is being paid, whatever the clock says", () => {
    expect(isHeld({ status: "paying", expiresAt: before }, now)).toBe(true);
  });

  it.each(["confirmed", "expired", "released", "refunded", "cancelled"])("does not hold %s", (status) => {
    expect(isHeld({ status, expiresAt: after }, now)).toBe(false);
  });
});

describe("paidBookings", () => {
  const booking = (bookingId: string, status: string, startsAt: string | null) =>
    ({ bookingId, status, startsAt }) as Booking;
  const all = [
    booking("late", "confirmed", "2030-05-09T00:00:00Z"),
    booking("soon", "confirmed", after),
    booking("gone", "cancelled", after),
    booking("old", "confirmed", "2030-01-01T00:00:00Z"),
    booking("just", "confirmed", before),
  ];

  it("parts what comes from what was, each with the nearest first", () => {
    expect(paidBookings(all, "upcoming", now).map((each) => each.bookingId)).toEqual(["soon", "late"]);
    expect(paidBookings(all, "past", now).map((each) => each.bookingId)).toEqual(["just", "old"]);
  });

  it("does not lose a booking whose show is not known any more", () => {
    expect(isUpcoming({ status: "confirmed", startsAt: null }, now)).toBe(true);
  });
});

describe("placesOf", () => {
  it("names seats and places", () => {
    expect(placesOf({ seats: ["K11"] })).toBe("Seat K11");
    expect(placesOf({ seats: ["K11", "K12"], area: "Standing", places: 1 })).toBe(
      "Seats K11, K12 and 1 place in Standing",
    );
    expect(placesOf({ seats: [], area: "Standing", places: 3 })).toBe("3 places in Standing");
  });
});
