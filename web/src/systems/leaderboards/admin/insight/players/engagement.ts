import type { Value } from "@/kit/charts/unit";
import { beginOf, type Engagement } from "../crowdQueries";

/** A time in figures. */
export interface EngagementFigures {
  /** How many play on a day, on average. */
  readonly daily: Value;
  /** How many played in the 30 days that end with the last one. */
  readonly monthly: Value;
  /** Which part of a month's players is there on a day. */
  readonly stickiness: Value;
  readonly fresh: Value;
  /** How many games somebody who plays on a day plays on it. */
  readonly games: Value;
  /** How long a session lasts, in milliseconds. */
  readonly session: Value;
}

type Days = Engagement["days"];

const part = (of: number, whole: number): Value => (whole === 0 ? undefined : of / whole);

const sum = (days: Days, of: (day: Days[number]) => number) => days.reduce((all, day) => all + of(day), 0);

/** Days before the game began say nothing about how it is played. */
export const known = (days: Days): Days =>
  days.slice(
    Math.max(
      0,
      days.findIndex(({ monthly }) => monthly > 0),
    ),
  );

/** Says a time in figures: means of days, not means of means. */
export function figuresOf(answer: Engagement | undefined): EngagementFigures | undefined {
  if (answer === undefined) return undefined;
  const days = known(answer.days);
  const active = sum(days, (day) => day.active);
  return {
    daily: part(active, days.length),
    monthly: days.at(-1)?.monthly,
    stickiness: part(
      active,
      sum(days, (day) => day.monthly),
    ),
    fresh: sum(days, (day) => day.new),
    games: part(
      sum(days, (day) => day.games),
      active,
    ),
    session: part(
      1000 * sum(days, (day) => day.sessionSeconds),
      sum(days, (day) => day.sessions),
    ),
  };
}

/** A figure's course over the days. */
export function course(answer: Engagement | undefined, of: (day: Days[number]) => Value) {
  const days = answer?.days ?? [];
  return { begins: days.map(({ day }) => beginOf(day)), values: days.map(of) };
}

/** How many games those play who play on a day. */
export const gamesOf = ({ games, active }: Days[number]): Value => part(games, active);

/** Which part of its month's players is there on a day. */
export const stickinessOf = ({ active, monthly }: Days[number]): Value => part(active, monthly);
