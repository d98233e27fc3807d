import type { Value } from "@/kit/charts/unit";
import type { Health, HealthDay } from "./healthQueries";

/** What a time comes down to. */
export interface HealthFigures {
  /** The share of the first hundred that stands at another place after a day. */
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
    mobility: meanOf(days.map(movedOf)),
    entrants: meanOf(days.map(({ entrants }) => entrants)),
    reign: meanOf(reigns.map((reign) => reign.days)),
    gap: last === undefined ? undefined : gapOf(last),
    topScore: meanOf(days.map(({ topMeanScore }) => topMeanScore)),
    climb: (climb.find(({ age }) => age === weekAge) ?? climb.at(-1))?.ahead,
  };
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
