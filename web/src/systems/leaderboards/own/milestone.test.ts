import { describe, expect, it } from "vitest";
import { milestoneName, milestones, progressOf, stretchOf } from "./milestone";

describe("the next milestone", () => {
  it.each([
    [1, undefined, 1],
    [2, 1, 3],
    [3, 1, 3],
    [4, 3, 10],
    [51, 50, 100],
    [100, 50, 100],
    [101, 100, 500],
    [4_999_999, 1_000_000, 5_000_000],
  ])("of rank %i is the top %s", (rank, next, from) => {
    expect(stretchOf(rank, 10_000_000)).toEqual({ next, from });
  });

  it("is never beyond the board", () => {
    expect(stretchOf(60, 70)).toEqual({ next: 50, from: 70 });
    expect(stretchOf(70, 70)).toEqual({ next: 50, from: 70 });
    expect(stretchOf(20_000_000, 25_000_000)).toEqual({ next: 10_000_000, from: 25_000_000 });
  });

  it("is nearer with every rank", () => {
    for (let rank = 2; rank < 20_000; rank += 97) {
      const { next, from } = stretchOf(rank, 1_000_000);
      expect(next).toBeLessThan(rank);
      expect(from).toBeGreaterThanOrEqual(rank);
      expect(milestones).toContain(next);
    }
  });
});

describe("the way there", () => {
  it("takes one point more than who holds the place", () => {
    expect(progressOf(900, 1000, 800).pointsToGo).toBe(101);
    expect(progressOf(1000, 1000, 800).pointsToGo).toBe(1);
  });

  it("begins at the stretch's other end", () => {
    expect(progressOf(800, 999, 800).share).toBe(0);
    expect(progressOf(900, 999, 800).share).toBeCloseTo(0.5);
    expect(progressOf(999, 999, 800).share).toBeCloseTo(0.995);
  });

  it("stays within itself when the figures are of different moments", () => {
    expect(progressOf(700, 999, 800).share).toBe(0);
    expect(progressOf(2000, 999, 800)).toEqual({ pointsToGo: 1, share: expect.closeTo(1, 1) });
  });
});

it("has names", () => {
  expect(milestoneName(1)).toBe("first place");
  expect(milestoneName(10_000)).toBe("top 10,000");
});
