import { expect, it } from "vitest";
import { type ContestTerms, inOrder, phaseOf, rulesOf } from "./contest";

const plain: ContestTerms = {
  name: "Weekend cup",
  startsAt: "2030-05-04T10:00:00Z",
  endsAt: "2030-05-05T10:00:00Z",
  multiplierPercent: 100,
  multipliesBoards: false,
  needsJoining: false,
  maxPlayers: 0,
  maxAttempts: 0,
  attemptMinutes: 0,
};
const at = (text: string) => Date.parse(text);

it("runs from its first moment to before its last", () => {
  expect(phaseOf(plain, at("2030-05-04T09:59:59Z"))).toBe("upcoming");
  expect(phaseOf(plain, at("2030-05-04T10:00:00Z"))).toBe("running");
  expect(phaseOf(plain, at("2030-05-05T09:59:59Z"))).toBe("running");
  expect(phaseOf(plain, at("2030-05-05T10:00:00Z"))).toBe("over");
});

it("says what is special about it", () => {
  expect(rulesOf(plain)).toEqual(["Every game counts"]);
  expect(rulesOf({ ...plain, multiplierPercent: 200, multipliesBoards: true })).toEqual([
    "Double points on all boards",
  ]);
  const cup = {
    needsJoining: true,
    maxPlayers: 1000,
    maxAttempts: 3,
    attemptMinutes: 60,
    region: "Europe",
  };
  expect(rulesOf({ ...plain, multiplierPercent: 150, ...cup })).toEqual([
    "1.5 times the points",
    "1,000 places",
    "3 games each",
    "1 h from joining",
    "Only Europe",
  ]);
});

it("puts what runs first, then what comes, then what is over", () => {
  const on = (startsAt: string, endsAt: string) => ({ startsAt, endsAt });
  const longer = on("2030-05-01", "2030-05-09");
  const shorter = on("2030-05-01", "2030-05-06");
  const next = on("2030-05-06", "2030-05-07");
  const later = on("2030-05-08", "2030-05-09");
  const old = on("2030-04-01", "2030-04-02");
  const older = on("2030-03-01", "2030-03-02");
  expect(inOrder([older, later, longer, old, next, shorter], at("2030-05-05"))).toEqual([
    shorter,
    longer,
    next,
    later,
    old,
    older,
  ]);
});
