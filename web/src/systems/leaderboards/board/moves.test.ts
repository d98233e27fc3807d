import { expect, it } from "vitest";
import { noMoves, shownMs, withRows } from "./moves";
import type { Ranked } from "./Ranked";

const board = (...players: string[]): Ranked[] =>
  players.map((playerId, i) => ({ playerId, name: playerId, rank: i + 1, score: 100 - i }));

it("sees who passed whom", () => {
  const first = withRows(noMoves, board("a", "b", "c"), 0);
  expect(first.moves.size).toBe(0);
  const { moves } = withRows(first, board("c", "a", "b"), 1000);
  expect(moves.get("c")?.places).toBe(2);
  expect(moves.get("a")?.places).toBe(-1);
  expect(moves.get("b")?.places).toBe(-1);
});

it("takes nobody for moved who only came into view", () => {
  const first = withRows(noMoves, board("a", "b"), 0);
  const next = withRows(first, board("a", "b", "c"), 1000);
  expect(next.moves.size).toBe(0);
});

it("shows a move for a while and forgets it", () => {
  const first = withRows(noMoves, board("a", "b"), 0);
  const moved = withRows(first, board("b", "a"), 1000);
  expect(withRows(moved, board("b", "a"), 1000 + shownMs - 1).moves.get("b")?.places).toBe(1);
  expect(withRows(moved, board("b", "a"), 1000 + shownMs).moves.size).toBe(0);
});

it("takes the first of two places of a player: pages are read at different moments", () => {
  const first = withRows(noMoves, board("a", "b"), 0);
  const [a, b] = board("a", "b");
  if (a === undefined || b === undefined) throw new Error("There are two.");
  const { ranks, moves } = withRows(first, [a, b, { ...a, rank: 3 }], 1000);
  expect(ranks.get("a")).toBe(1);
  expect(moves.size).toBe(0);
});
