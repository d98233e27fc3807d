import { formatDuration, formatExact } from "@/kit/format";

/** The rules of an event or a tournament. */
export interface ContestTerms {
  readonly name: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** What a score is worth in it: 200 for double points. */
  readonly multiplierPercent: number;
  /** Whether scores are worth that on the other boards, too. */
  readonly multipliesBoards: boolean;
  /** Whether only who joined takes part: a tournament. */
  readonly needsJoining: boolean;
  /** 0 for any number, as the next two. */
  readonly maxPlayers: number;
  readonly maxAttempts: number;
  /** How long a player may go on from joining. */
  readonly attemptMinutes: number;
  readonly region?: string | null | undefined;
}

export type Phase = "upcoming" | "running" | "over";

/** Where a contest is in its life. */
export function phaseOf({ startsAt, endsAt }: Pick<ContestTerms, "startsAt" | "endsAt">, now: number): Phase {
  if (now < Date.parse(startsAt)) return "upcoming";
  return now < Date.parse(endsAt) ? "running" : "over";
}

const factors: Record<number, string> = { 200: "Double points", 300: "Triple points" };

/** What is special about a contest, in a few words each. */
export function rulesOf(terms: ContestTerms): readonly string[] {
  const {
    multiplierPercent,
    multipliesBoards,
    needsJoining,
    maxPlayers,
    maxAttempts,
    attemptMinutes,
    region,
  } = terms;
  const rules: string[] = [];
  if (multiplierPercent !== 100) {
    const factor = factors[multiplierPercent] ?? `${formatExact(multiplierPercent / 100)} times the points`;
    rules.push(multipliesBoards ? `${factor} on all boards` : factor);
  }

  if (needsJoining) rules.push(maxPlayers === 0 ? "To be joined" : `${formatExact(maxPlayers)} places`);
  if (maxAttempts > 0)
    rules.push(maxAttempts === 1 ? "One game each" : `${formatExact(maxAttempts)} games each`);
  if (attemptMinutes > 0) rules.push(`${formatDuration(attemptMinutes * 60_000)} from joining`);
  if (region != null && region !== "") rules.push(`Only ${region}`);
  return rules.length === 0 ? ["Every game counts"] : rules;
}

const order: Record<Phase, number> = { running: 0, upcoming: 1, over: 2 };

/** Those that run first, the next to end on top; then those to come; then those that are over, the latest first. */
export function inOrder<C extends Pick<ContestTerms, "startsAt" | "endsAt">>(
  contests: readonly C[],
  now: number,
): C[] {
  return contests.toSorted((a, b) => {
    const [first, second] = [phaseOf(a, now), phaseOf(b, now)];
    if (first !== second) return order[first] - order[second];
    if (first === "over") return Date.parse(b.endsAt) - Date.parse(a.endsAt);
    return first === "running"
      ? Date.parse(a.endsAt) - Date.parse(b.endsAt)
      : Date.parse(a.startsAt) - Date.parse(b.startsAt);
  });
}
