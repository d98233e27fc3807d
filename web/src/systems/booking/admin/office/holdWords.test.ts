import { expect, test } from "vitest";
import type { LiveHold } from "./holdQueries";
import { heldWords, ownerOf } from "./holdWords";

const hold: LiveHold = {
  bookingId: "1-2",
  userId: "7",
  userName: "Ada",
  userEmail: "ada@people.test",
  status: "reserved",
  seats: ["D7", "D8"],
  area: null,
  places: null,
  amountCents: 2400,
  currency: "EUR",
  expiresAt: "2030-01-01T10:05:00Z",
};

test("a hold is named by its owner, or by what is known of them", () => {
  expect(ownerOf(hold)).toBe("Ada");
  expect(ownerOf({ ...hold, userName: null })).toBe("ada@people.test");
  expect(ownerOf({ ...hold, userName: null, userEmail: null })).toBe("Account 7");
});

test("what is held is seats, places or both", () => {
  expect(heldWords(hold)).toBe("D7, D8");
  expect(heldWords({ ...hold, seats: [], area: "Floor", places: 1 })).toBe("1 place in Floor");
  expect(heldWords({ ...hold, area: "Floor", places: 2 })).toBe("D7, D8 and 2 places in Floor");
});
