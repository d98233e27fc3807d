/** The ranks worth reaching, from the top. */
export const milestones: readonly number[] = [
  1, 3, 10, 50, 100, 500, 1000, 5000, 10_000, 50_000, 100_000, 500_000, 1_000_000, 5_000_000, 10_000_000,
];

/** The stretch somebody is on: from the milestone that is reached to the next. */
export interface Stretch {
  /** The rank to reach next; undefined for who is first. */
  readonly next: number | undefined;
  /** The worst rank of the stretch: from here the way is counted. */
  readonly from: number;
}

/** The stretch of a rank on a board of a size. */
export function stretchOf(rank: number, size: number): Stretch {
  const next = milestones.findLast((each) => each < rank);
  const reached = milestones.find((each) => each >= rank);
  return { next, from: Math.max(rank, Math.min(reached ?? size, size)) };
}

/** How far somebody has come on the stretch, and what is missing. */
export interface Progress {
  readonly pointsToGo: number;
  /** Between 0 and 1. */
  readonly share: number;
}

/**
 * The way to the next milestone in points.
 * @param goal The score there; whoever has it first keeps the place, so one more is needed.
 * @param floor The score at the stretch's other end.
 */
export function progressOf(score: number, goal: number, floor: number): Progress {
  const pointsToGo = Math.max(1, goal - score + 1);
  const whole = goal + 1 - Math.min(floor, score);
  return { pointsToGo, share: whole <= 0 ? 1 : Math.min(1, Math.max(0, 1 - pointsToGo / whole)) };
}

/** What a milestone is called. */
export const milestoneName = (rank: number) =>
  rank === 1 ? "first place" : `top ${rank.toLocaleString("en")}`;
