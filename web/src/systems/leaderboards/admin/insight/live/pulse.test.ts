import { expect, it } from "vitest";
import { type ModePulse, secondsOf, sumOf } from "./pulse";

const mode = (gameMode: string, change: Partial<ModePulse>): ModePulse => ({
  gameMode,
  activePlayers: 10,
  scoresLastSecond: 1,
  scoresPerSecond: 0.5,
  submitted: 0,
  held: 0,
  ...change,
});

it("adds modes up, or shows one", () => {
  const modes = [mode("raid", { submitted: 30, held: 3 }), mode("deathmatch", { submitted: 70, held: 2 })];
  expect(sumOf(modes, undefined)).toEqual({
    activePlayers: 20,
    scoresLastSecond: 2,
    scoresPerSecond: 1,
    heldShare: 0.05,
  });
  expect(sumOf(modes, "raid").heldShare).toBe(0.1);
  expect(sumOf([mode("raid", {})], undefined).heldShare).toBeUndefined();
});

it("adds the first seconds up", () => {
  const modes = [mode("raid", { seconds: [1, 2] }), mode("deathmatch", { seconds: [10, 0] }), mode("x", {})];
  expect(secondsOf(modes, undefined)).toEqual([11, 2]);
  expect(secondsOf(modes, "raid")).toEqual([1, 2]);
});
