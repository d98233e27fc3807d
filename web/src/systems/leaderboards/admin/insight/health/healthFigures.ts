import type { Value } from "@/kit/charts/unit";
import type { Health, HealthDay } from "./healthQueries";

/** What a time comes down to. */
export interface HealthFigures {
  /** The share of games that changed the player's rank. */
  readonly mobility: Value;
  /** Who is new among the first hundred, a day. */
  readonly entrants: Value;
  /** Days in a row the first ten have been among the first ten. */
  readonly reign: Value;
  /** How many times everybody's average the first ten have. */
  readonly gap: Value;
  /** What a game of the first hundred brings. */
  readonly topScore: Value;
  /** The share of the board that newcomers are ahead of a week after their first game. */
  readonly climb: Value;
}

const weekAge = 7;

export function figuresOf(health: Health | undefined): HealthFigures | undefined {
  if (health === undefined) return undefined;
  const { days, reigns, climb } = health;
  const last = days.at(-1);
  return {
    mobility: mobilityOf(days),
    entrants: meanOf(days.map(({ entrants }) => entrants)),
    reign: meanOf(reigns.map((reign) => reign.days)),
    gap: last === undefined ? undefined : gapOf(last),
    topScore: meanOf(days.map(({ topMeanScore }) => topMeanScore)),
    climb: (climb.find(({ age }) => age === weekAge) ?? climb.at(-1))?.ahead,
  };
}

/** The share of a time's games that changed the player's rank. */
export function mobilityOf(days: readonly HealthDay[]): Value {
  const ranked = days.reduce((sum, day) => sum + day.ranked, 0);
  return ranked === 0 ? undefined : days.reduce((sum, day) => sum + day.rankChanges, 0) / ranked;
}

/** How many times everybody's average the first ten have. */
export function gapOf({ topTenAverage, meanTotal }: HealthDay): Value {
  return meanTotal > 0 ? topTenAverage / meanTotal : undefined;
}

/** Of the first hundred that stayed, the share that stands at another place. */
export function movedOf({ moved, stayed }: HealthDay): Value {
  return stayed == null || stayed === 0 || moved == null ? undefined : moved / stayed;
}

/** The average of what is known; nothing of nothing. */
export function meanOf(values: readonly Value[]): Value {
  const known = values.filter((value) => value != null);
  return known.length === 0 ? undefined : known.reduce((a, b) => a + b, 0) / known.length;
}
