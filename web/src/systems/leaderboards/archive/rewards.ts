import type { Schemas } from "@/api/client";

/** What a rank is rewarded with: the first that fits; nothing for the others. */
export function rewardOf(rewards: readonly Schemas["RewardAnswer"][], rank: number): string | undefined {
  return rewards.find(({ maxRank }) => rank <= maxRank)?.reward;
}
