import { describe, expect, it } from "vitest";
import { course, figuresOf, gamesOf, stickinessOf } from "./engagement";

const day = (date: string, active: number, fresh: number, monthly: number, games: number) => ({
  day: date,
  active,
  new: fresh,
  weekly: active,
  monthly,
  games,
  seconds: 60 * games,
  sessions: active,
  sessionSeconds: 120 * active,
});

const answer = {
  players: 10,
  days: [day("2026-01-01", 0, 0, 0, 0), day("2026-01-02", 4, 4, 4, 8), day("2026-01-03", 6, 2, 8, 24)],
  sessions: [],
  asOf: "2026-01-03T12:00:00Z",
};

describe("a time in figures", () => {
  it("leaves out the days before anybody played, and weighs days by their players", () => {
    expect(figuresOf(answer)).toEqual({
      daily: 5,
      monthly: 8,
      stickiness: 10 / 12,
      fresh: 6,
      games: 3.2,
      session: 120_000,
    });
  });

  it("says nothing where nothing is known", () => {
    expect(figuresOf(undefined)).toBeUndefined();
    expect(figuresOf({ ...answer, days: [] })?.daily).toBeUndefined();
    expect(course(answer, gamesOf).values).toEqual([undefined, 2, 4]);
    expect(course(answer, stickinessOf).values).toEqual([undefined, 1, 0.75]);
  });
});
