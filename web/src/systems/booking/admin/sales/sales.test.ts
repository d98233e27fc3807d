import { expect, test } from "vitest";
import { cancelledShare, conversionOf, lastDays } from "./sales";

test("shares of nothing are missing, not zero", () => {
  expect(conversionOf({ key: "total" })).toBeUndefined();
  expect(conversionOf({ key: "total", reservations: 8, bookings: 2 })).toBe(0.25);
  expect(cancelledShare({ key: "total", bookings: 0, cancellations: 0 })).toBeUndefined();
  expect(cancelledShare({ key: "total", bookings: 4, cancellations: 1 })).toBe(0.25);
});

test("days without sales are there, too", () => {
  const rows = [
    { key: "2030-02-27", revenueCents: 5, seats: 1 },
    { key: "2030-03-01", revenueCents: 7, seats: 2 },
  ];
  expect(lastDays(rows, 4)).toEqual([
    { day: "2030-02-26", revenueCents: 0, seats: 0 },
    { day: "2030-02-27", revenueCents: 5, seats: 1 },
    { day: "2030-02-28", revenueCents: 0, seats: 0 },
    { day: "2030-03-01", revenueCents: 7, seats: 2 },
  ]);
  expect(lastDays([], 4)).toEqual([]);
});
