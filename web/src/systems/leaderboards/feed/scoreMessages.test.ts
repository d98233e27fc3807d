import { expect, it } from "vitest";
import { scoresOf } from "./scoreMessages";

const one = {
  playerId: "7",
  username: "Nova",
  score: 900,
  gameMode: "raid",
  at: "2030-01-01T10:00:00Z",
};

it("reads scores, each with an id of its own", () => {
  const scores = scoresOf({
    event: "recent_score",
    offset: 4,
    data: { scores: [one, { ...one, username: "" }] },
  });
  expect(scores).toEqual([
    { id: "raid 4 0", at: Date.parse(one.at), playerId: "7", name: "Nova", mode: "raid", score: 900 },
    {
      id: "raid 4 1",
      at: Date.parse(one.at),
      playerId: "7",
      name: "Player 7",
      mode: "raid",
      score: 900,
    },
  ]);
});

it("reads nothing of other messages", () => {
  expect(scoresOf({ event: "weather", offset: 1, data: {} })).toEqual([]);
  expect(scoresOf({ event: "recent_score", offset: 1, data: {} })).toEqual([]);
});
