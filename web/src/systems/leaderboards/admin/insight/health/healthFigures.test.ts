import { expect, it } from "vitest";
import { figuresOf, gapOf, meanOf, movedOf } from "./healthFigures";
import type { Health, HealthDay } from "./healthQueries";
import { healthSeries } from "./healthSeries";

const day = (change: Partial<HealthDay>): HealthDay => ({
  day: "2026-11-20",
  players: 100,
  games: 10,
  topAverage: 50,
  topTenAverage: 90,
  meanTotal: 30,
  medianTotal: 20,
  rankChanges: 0,
  ranked: 0,
  places: 0,
  ...change,
});

it("says nothing where nothing is known", () => {
  expect(meanOf([undefined, null])).toBeUndefined();
  expect(movedOf(day({}))).toBeUndefined();
  expect(gapOf(day({ meanTotal: 0 }))).toBeUndefined();
  expect(figuresOf(undefined)).toBeUndefined();
});

it("takes shares and averages of what is known", () => {
  expect(meanOf([1, undefined, 3])).toBe(2);
  expect(movedOf(day({ moved: 20, stayed: 80 }))).toBe(0.25);
  expect(gapOf(day({}))).toBe(3);
});

it("takes what newcomers are ahead of a week after their first game", () => {
  const climb = [0, 1, 7, 28].map((age) => ({ age, players: 5, ahead: age / 100, inTopTenth: 0 }));
  const health = { days: [day({})], reigns: [], climb } as unknown as Health;
  expect(figuresOf(health)?.climb).toBe(0.07);
});

it("leaves a gap for days that are not there", () => {
  const days = [day({ day: "2026-11-20" }), day({ day: "2026-11-22", games: 30 })];
  const begins = [20, 21, 22].map((date) => Date.UTC(2026, 10, date));
  expect(healthSeries(days, begins, ({ games }) => games)).toEqual([10, undefined, 30]);
});
