import { describe, expect, it } from "vitest";
import { mostSeats, nothingSelected, partyOf, type Selection, selectionReducer } from "./selection";

const pick = (...seats: string[]): Selection =>
  seats.reduce((now, seat) => selectionReducer(now, { type: "toggle", seat }), nothingSelected);

describe("picking", () => {
  it("adds and takes away, in order", () => {
    expect(pick("A1", "A2", "A1", "A3").seats).toEqual(["A2", "A3"]);
  });

  it("stops at ten people, places counted, and says so", () => {
    const many = pick(...Array.from({ length: 8 }, (_, i) => `A${i}`));
    const full = selectionReducer(many, { type: "places", area: "Floor", count: 5 });
    expect(full.places?.count).toBe(2);
    expect(partyOf(full)).toBe(mostSeats);
    const over = selectionReducer(full, { type: "toggle", seat: "B1" });
    expect(over.seats).toEqual(full.seats);
    expect(over.refusal?.reason).toContain("At most 10");
  });

  it("no places is no area", () => {
    const some = selectionReducer(nothingSelected, { type: "places", area: "Floor", count: 2 });
    expect(selectionReducer(some, { type: "places", area: "Floor", count: 0 }).places).toBeUndefined();
  });
});

describe("asking", () => {
  const sending = selectionReducer(pick("A1", "A2", "A3"), { type: "send" });

  it("is shown as done at once and not changed meanwhile", () => {
    expect(sending).toMatchObject({ isSending: true, seats: ["A1", "A2", "A3"] });
    expect(selectionReducer(sending, { type: "toggle", seat: "A1" })).toBe(sending);
  });

  it("takes the seats one gets oneself for nobody else's", () => {
    expect(selectionReducer(sending, { type: "taken", seats: ["A1", "A2", "A3"] })).toBe(sending);
  });

  it("leaves nothing picked once held", () => {
    expect(selectionReducer(sending, { type: "held" })).toEqual(nothingSelected);
  });

  it("rolls back to what can still be had, with the reason", () => {
    const back = selectionReducer(sending, { type: "refused", seats: ["A2"], reason: "A2 is taken." });
    expect(back.seats).toEqual(["A1", "A3"]);
    expect(back.isSending).toBe(false);
    expect(back.refusal).toMatchObject({ seats: ["A2"], reason: "A2 is taken." });
  });

  it("rolls back whole when no seat was in the way", () => {
    const back = selectionReducer(sending, { type: "refused", seats: [], reason: "Too busy." });
    expect(back.seats).toEqual(["A1", "A2", "A3"]);
  });
});

describe("others", () => {
  it("take seats out of a selection, and it says which", () => {
    const after = selectionReducer(pick("A1", "A2"), { type: "taken", seats: ["A2", "C9"] });
    expect(after.seats).toEqual(["A1"]);
    expect(after.refusal).toMatchObject({ seats: ["A2"] });
    expect(after.refusal?.reason).toBe("A2 was just taken by somebody else.");
  });

  it("do not matter where nothing is picked", () => {
    const before = pick("A1");
    expect(selectionReducer(before, { type: "taken", seats: ["B1"] })).toBe(before);
  });
});

it("picks the seats of a hold that ran out again, and says what happened", () => {
  const before = { ...nothingSelected, needsAccess: true };
  const after = selectionReducer(before, { type: "lapsed", seats: ["A1", "A2"], places: undefined });
  expect(after).toMatchObject({ seats: ["A1", "A2"], needsAccess: true, isSending: false });
  expect(after.refusal?.reason).toContain("The time is over");
});

it("comes back as it was after signing in", () => {
  const after = selectionReducer(nothingSelected, {
    type: "restore",
    seats: ["F1", "F2"],
    places: { area: "Floor", count: 1 },
  });
  expect(partyOf(after)).toBe(3);
});
