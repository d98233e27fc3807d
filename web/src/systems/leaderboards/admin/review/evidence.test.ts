import { expect, it } from "vitest";
import { accuracyWords } from "./caseWords";
import { evidenceGames } from "./evidenceGames";
import { deviations, measured, measureWords, patternWords } from "./evidenceWords";
import { neighbour } from "./neighbour";

const game = (scoreDeviations: number, durationDeviations: number) => ({
  at: "2030-01-01T10:00:00Z",
  score: 100,
  durationSeconds: 60,
  scoreDeviations,
  durationDeviations,
});

it("sets games apart that are far from everybody's", () => {
  const { points } = evidenceGames([game(0, 0), game(3.2, -4), game(0, -3.5)]);
  expect(points.map(({ x, group }) => [x, group])).toEqual([
    [1, "Like others' games"],
    [2, "Score far above everybody's"],
    [3, "Far shorter than everybody's"],
  ]);
});

it("says measures with their units", () => {
  expect(measured("score", 1234.6)).toBe("1,235");
  expect(measured("duration_seconds", 300)).toBe("5 min");
  expect(measured("games_a_day", 3.25)).toBe("3.3");
  expect(measureWords("games_a_day")).toBe("Games on a day of play");
  expect(patternWords("speed_hack")).toBe("Speed hack");
  expect(patternWords("new_trick")).toBe("new trick");
  expect(deviations(2.345)).toBe("+2.3");
  expect(deviations(-2)).toBe("-2.0");
});

it("says how good flags have been, once one is decided", () => {
  const counts = { name: "analyzer", raised: 9, truePositives: 3, falsePositives: 1, precision: 0.75 };
  expect(accuracyWords({ analyzer: counts, recall: 0.5 })).toMatch(
    /^Analyzer: precision 75\.0.% of 4 decided, recall about 50\.0.%$/,
  );
  expect(accuracyWords({ analyzer: { ...counts, truePositives: 0, falsePositives: 0 } })).toBe(
    "No flag of the analyzer was decided yet",
  );
});

it("finds the case beside, passing over those that are decided", () => {
  const cases = [
    { id: "1", status: "open" },
    { id: "2", status: "cleared" },
    { id: "3", status: "open" },
  ];
  expect(neighbour(cases, "1", 1)?.id).toBe("3");
  expect(neighbour(cases, "3", -1)?.id).toBe("1");
  expect(neighbour(cases, "3", 1)).toBeUndefined();
  expect(neighbour(cases, "9", 1)).toBeUndefined();
});
