import { expect, test } from "vitest";
import { counted, type News, newsOf, nothing, partyOf, withNews } from "./news";

const data = {
  at: "2030-01-01T10:00:00Z",
  bookingId: "1-2",
  showtimeId: "1",
  seats: ["B1"],
  amountCents: 1200,
};

function news(offset: number, kind: News["kind"] = "reserved"): News {
  return { ...data, currency: "EUR", offset, kind };
}

test("reads single news and those of a snapshot, and passes over what it does not know", () => {
  const reserved = { event: "booking_reserved", offset: 3, data };
  expect(newsOf(reserved)).toMatchObject([{ offset: 3, kind: "reserved", seats: ["B1"] }]);
  const snapshot = { event: "bookings_snapshot", offset: 3, data: { bookings: [reserved] } };
  expect(newsOf(snapshot)).toMatchObject([{ offset: 3, kind: "reserved" }]);
  expect(newsOf({ event: "booking_moved", offset: 4, data })).toEqual([]);
});

test("rows are newest first, each once, and not more than can be looked at", () => {
  const rows = withNews(withNews([], [news(1), news(2)]), [news(2), news(3)]);
  expect(rows.map((row) => row.offset)).toEqual([3, 2, 1]);
  const many = Array.from({ length: 300 }, (_, i) => news(i + 1));
  expect(withNews([], many)).toHaveLength(200);
  expect(withNews([], many)[0]?.offset).toBe(300);
});

test("what is paid counts, what is cancelled is taken off again", () => {
  const all = [news(1), news(2, "confirmed"), news(3, "confirmed"), news(4, "cancelled"), news(5, "expired")];
  expect(all.reduce(counted, nothing)).toEqual({ reserved: 1, confirmed: 2, cancelled: 1, soldCents: 1200 });
});

test("seats and places are named together", () => {
  expect(partyOf({ ...news(1), seats: ["B1", "B2"], area: "Floor", places: 3 })).toBe("B1, B2, 3 × Floor");
});
