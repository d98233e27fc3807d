import { expect, it } from "vitest";
import type { Ranked } from "./Ranked";
import { withTop } from "./withTop";

const board = (...players: readonly (readonly [string, number])[]): Ranked[] =>
  players.map(([playerId, score], i) => ({ playerId, name: playerId, score, rank: i + 1 }));
const said = (rows: readonly Ranked[]) =>
  rows.map(({ rank, playerId, score }) => `${rank} ${playerId} ${score}`);
const page = { items: board(["a", 50], ["b", 40], ["c", 30], ["d", 20], ["e", 10]), total: 5 };

it("lets somebody from below into the top, and who falls out comes next", () => {
  const { items } = withTop(page, board(["a", 50], ["d", 45]));
  expect(said(items)).toEqual(["1 a 50", "2 d 45", "3 b 40", "4 c 30", "5 e 10"]);
});

it("lets somebody in who was not on the page, and the last one off it", () => {
  const { items } = withTop({ ...page, total: 90 }, board(["x", 60], ["a", 50]));
  expect(said(items)).toEqual(["1 x 60", "2 a 50", "3 b 40", "4 c 30", "5 d 20"]);
});

it("keeps the rows that did not change as they are", () => {
  const { items } = withTop(page, board(["a", 50], ["b", 41]));
  expect(items[0]).toBe(page.items[0]);
  expect(items[2]).toBe(page.items[2]);
  expect(items[1]).not.toBe(page.items[1]);
});

it("fills a board that was empty", () => {
  expect(said(withTop({ items: [], total: 0 }, board(["a", 5], ["b", 4]), 2).items)).toEqual([
    "1 a 5",
    "2 b 4",
  ]);
  expect(withTop(page, [])).toBe(page);
});
