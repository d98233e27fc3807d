import { expect, it } from "vitest";
import { type FeedScore, withScores } from "./scores";

const score = (id: number, playerId = `p${id}`, at = id * 1000): FeedScore => ({
  id: String(id),
  at,
  playerId,
  name: playerId,
  mode: "deathmatch",
  score: 100,
});

it("has the newest on top, each once", () => {
  const rows = withScores([], [score(1), score(2)]);
  expect(withScores(rows, [score(2), score(3)]).map(({ id }) => id)).toEqual(["3", "2", "1"]);
});

it("is the same object when nothing came, so that nothing is drawn", () => {
  const rows = withScores([], [score(1)]);
  expect(withScores(rows, [])).toBe(rows);
  expect(withScores(rows, [score(1)])).toBe(rows);
});

it("shows a player at most once a second", () => {
  const rows = withScores([], [score(1, "a", 1000), score(2, "a", 1999), score(3, "b", 1999)]);
  expect(rows.map(({ id }) => id)).toEqual(["3", "1"]);
  expect(withScores(rows, [score(4, "a", 2000)]).map(({ id }) => id)).toEqual(["4", "3", "1"]);
});

it("is bounded", () => {
  const many = Array.from({ length: 500 }, (_, i) => score(i + 1));
  const rows = withScores([], many);
  expect(rows).toHaveLength(60);
  expect(rows[0]?.id).toBe("500");
});
