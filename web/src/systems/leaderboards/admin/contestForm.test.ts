import { describe, expect, it } from "vitest";
import type { ContestTerms } from "../events/contest";
import { type ContestForm, contestRules, emptyContest, formOf, termsOf } from "./contestForm";

const cup: ContestTerms = {
  name: "Weekend cup",
  startsAt: "2030-05-04T10:00:00.000Z",
  endsAt: "2030-05-05T10:00:00.000Z",
  multiplierPercent: 250,
  multipliesBoards: true,
  needsJoining: true,
  maxPlayers: 1000,
  maxAttempts: 3,
  attemptMinutes: 90,
  region: "europe",
};

it("comes out of the form as it went in", () => {
  expect(termsOf(formOf("raid", cup))).toEqual(cup);
  const open = { ...cup, multiplierPercent: 100, multipliesBoards: false, region: null };
  const event = { ...open, needsJoining: false, maxPlayers: 0, maxAttempts: 0, attemptMinutes: 0 };
  expect(termsOf(formOf("raid", event))).toEqual(event);
});

it("drops from an event what only a tournament has", () => {
  const terms = termsOf({ ...formOf("raid", cup), needsJoining: false });
  expect(terms).toMatchObject({ needsJoining: false, maxPlayers: 0, attemptMinutes: 0, maxAttempts: 3 });
});

describe("what is wrong", () => {
  const form = (more: Partial<ContestForm>): ContestForm => ({ ...formOf("raid", cup), ...more });

  it("is nothing with a whole form", () => {
    const whole = form({});
    expect(contestRules.endsAt(whole.endsAt, whole)).toBeNull();
    expect(contestRules.factor(whole.factor)).toBeNull();
    expect(contestRules.maxPlayers(whole.maxPlayers)).toBeNull();
    expect(contestRules.maxPlayers("")).toBeNull();
  });

  it("is what is missing in an empty one", () => {
    expect(contestRules.mode(emptyContest.mode)).not.toBeNull();
    expect(contestRules.name("  ")).not.toBeNull();
    expect(contestRules.startsAt("")).not.toBeNull();
    expect(contestRules.endsAt("", emptyContest)).not.toBeNull();
  });

  it("is an end before the beginning, and numbers that make no sense", () => {
    const turned = form({ endsAt: "2030-05-04T10:00" });
    expect(contestRules.endsAt(turned.endsAt, turned)).not.toBeNull();
    expect(contestRules.factor(0)).not.toBeNull();
    expect(contestRules.factor("")).not.toBeNull();
    expect(contestRules.maxAttempts(1.5)).not.toBeNull();
    expect(contestRules.maxAttempts(0)).not.toBeNull();
  });
});
