import { describe, expect, it } from "vitest";
import type { Schemas } from "@/api/client";
import { nextDay, scheduleOf } from "./schedule";

function show(id: string, startsAt: string, theaterId: string, name: string, city: string) {
  return { id, startsAt, theaterId, theaterName: name, city } as Schemas["ShowtimeAnswer"];
}

const evening = show("1", "2030-05-02T19:00:00Z", "7", "Rex", "Veldmere");
const noon = show("2", "2030-05-02T12:00:00Z", "7", "Rex", "Veldmere");
const elsewhere = show("3", "2030-05-02T20:00:00Z", "8", "Zenith", "Aldenport");
const sameName = show("4", "2030-05-02T18:00:00Z", "9", "Rex", "Aldenport");
const dayBefore = show("5", "2030-05-01T23:30:00Z", "7", "Rex", "Veldmere");

describe("scheduleOf", () => {
  it("groups by day, then theater, and sorts all three", () => {
    const days = scheduleOf([evening, elsewhere, noon, sameName, dayBefore]);
    expect(days.map((day) => day.date)).toEqual(["2030-05-01", "2030-05-02"]);
    expect(days[1]?.theaters.map((each) => `${each.city} ${each.name}`)).toEqual([
      "Aldenport Rex",
      "Aldenport Zenith",
      "Veldmere Rex",
    ]);
    expect(days[1]?.theaters[2]?.shows.map((each) => each.id)).toEqual(["2", "1"]);
  });

  it("loses and doubles none", () => {
    const all = [evening, elsewhere, noon, sameName, dayBefore];
    const ids = scheduleOf(all).flatMap((day) => day.theaters.flatMap((each) => each.shows.map((s) => s.id)));
    expect(ids.sort()).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("has nothing to say of nothing", () => {
    expect(scheduleOf([])).toEqual([]);
  });
});

describe("nextDay", () => {
  it("finds the next one, else an earlier one, else none", () => {
    expect(nextDay([dayBefore, noon], "2030-05-01")).toBe("2030-05-02");
    expect(nextDay([dayBefore, noon], "2030-05-09")).toBe("2030-05-01");
    expect(nextDay([noon], "2030-05-02")).toBeUndefined();
    expect(nextDay([], "2030-05-02")).toBeUndefined();
  });
});
