import { formatExact } from "@/kit/format";
import type { Milestone, Skill } from "./skillQueries";

const tiers: Record<string, string> = {
  beginner: "Beginner",
  intermediate: "Intermediate",
  advanced: "Advanced",
  pro: "Pro",
};

/** A tier in words; what is not known yet is shown as it is called. */
export const tierWords = (tier: string) => tiers[tier] ?? tier;

/** What a rating means beside everybody's. */
export function standingWords({ percentile, games }: Pick<Skill, "percentile" | "games">): string {
  const share = Math.min(99.9, percentile * 100);
  const better = share >= 99 ? share.toFixed(1) : String(Math.floor(share));
  return `Rated higher than ${better} % of all players, after ${formatExact(games)} ${games === 1 ? "game" : "games"}.`;
}

const traits: Record<string, string> = {
  even_chances: "even chances",
  same_region: "same region",
  played_today: "played today",
  provisional: "not known well yet",
};

/** What speaks for an opponent, and what against. */
export const traitWords = (names: readonly string[]) =>
  names.map((name) => traits[name] ?? name.replaceAll("_", " ")).join(", ");

const day = (days: number) => {
  if (days < 1.5) return "a day";
  if (days < 14) return `${Math.round(days)} days`;
  return days < 60 ? `${Math.round(days / 7)} weeks` : `${Math.round(days / 30.4)} months`;
};

/** When a rank is reached, as short as it can be said. */
export function whenWords({ outcome, days }: Pick<Milestone, "outcome" | "days">): string {
  switch (outcome) {
    case "held":
      return "Held";
    case "reached":
      return days == null ? "Reached" : `In ${day(days)}`;
    case "not_at_this_pace":
      return "Not at this pace";
    case "too_far":
      return "Over half a year";
    default:
      return "Too few days yet";
  }
}

/** The time in which a rank is reached with four chances of five. */
export function bandWords({ earliest, latest }: Pick<Milestone, "earliest" | "latest">): string | undefined {
  if (earliest == null) return undefined;
  return latest == null ? `${day(earliest)} or later` : `${day(earliest)} to ${day(latest)}`;
}
