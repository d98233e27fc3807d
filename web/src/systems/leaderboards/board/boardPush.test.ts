import { expect, it } from "vitest";
import { pushOf } from "./boardPush";
import type { BoardChoice } from "./boardQueries";

const all: BoardChoice = {
  mode: "raid",
  span: "global",
  region: undefined,
  friends: undefined,
  event: undefined,
};
const row = { rank: 1, playerId: "7", username: "Nova", region: "eu", score: 900 };
const message = {
  event: "leaderboard_update",
  offset: 3,
  data: { gameMode: "raid", totalPlayers: 12, top10: [row] },
};

it("is for the board of all time and everybody", () => {
  expect(pushOf(message, all)).toEqual({
    top: [{ rank: 1, playerId: "7", name: "Nova", score: 900 }],
    size: 12,
  });
  expect(pushOf(message, { ...all, region: "eu" })).toBeUndefined();
  expect(pushOf(message, { ...all, friends: true })).toBeUndefined();
  expect(pushOf(message, { ...all, span: "daily" })).toBeUndefined();
  expect(pushOf(message, { ...all, mode: "deathmatch" })).toBeUndefined();
});

it("is nothing in other messages", () => {
  expect(pushOf({ ...message, event: "weather" }, all)).toBeUndefined();
  expect(pushOf({ ...message, data: {} }, all)).toBeUndefined();
});
