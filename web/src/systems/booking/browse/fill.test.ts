import { describe, expect, it } from "vitest";
import { fillOf } from "./fill";

const now = Date.parse("2030-05-01T12:00:00Z");
const house = { capacity: 200, free: 150, held: 0, status: "scheduled", onSaleAt: null };

describe("fillOf", () => {
  it("says how many are free", () => {
    expect(fillOf(house, now)).toEqual({ share: 0.25, label: "150 free", state: "open" });
  });

  it("warns when few are left", () => {
    expect(fillOf({ ...house, free: 20 }, now)).toMatchObject({ label: "Only 20 left", state: "few" });
    expect(fillOf({ ...house, free: 21 }, now)).toMatchObject({ state: "open" });
  });

  it("tells sold from held, which may come back", () => {
    expect(fillOf({ ...house, free: 0 }, now)).toMatchObject({ label: "Sold out", state: "full" });
    expect(fillOf({ ...house, free: 0, held: 2 }, now)).toMatchObject({ label: "All held", state: "full" });
  });

  it("says when sale begins, until it has", () => {
    const later = { ...house, onSaleAt: "2030-05-02T09:00:00Z" };
    expect(fillOf(later, now)).toMatchObject({ state: "closed" });
    expect(fillOf(later, Date.parse("2030-05-02T09:00:00Z"))).toMatchObject({ state: "open" });
  });

  it("has an answer for a house without seats", () => {
    expect(fillOf({ ...house, capacity: 0, free: 0 }, now).share).toBe(0);
  });

  it("says that a show was called off before anything else", () => {
    expect(fillOf({ ...house, free: 0, status: "cancelled" }, now)).toMatchObject({ label: "Called off" });
  });
});
