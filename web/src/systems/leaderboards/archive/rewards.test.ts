import { expect, it } from "vitest";
import { rewardOf } from "./rewards";

it("is the first reward that fits a rank", () => {
  const rewards = [
    { maxRank: 1, reward: "Crown" },
    { maxRank: 100, reward: "Laurels" },
  ];
  expect([1, 2, 100, 101].map((rank) => rewardOf(rewards, rank))).toEqual([
    "Crown",
    "Laurels",
    "Laurels",
    undefined,
  ]);
  expect(rewardOf([], 1)).toBeUndefined();
});
