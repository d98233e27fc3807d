import { expect, it } from "vitest";
import { formatDay } from "@/kit/format";
import { risesOf } from "./emerging";

const heron = {
  playerId: "4790",
  username: "QuietHeron",
  rating: 1931,
  ratingBefore: 1604,
  since: "2026-11-02T00:00:00Z",
  games: 1187,
  tier: "advanced",
  gameMode: "raid",
};
const names = (id: string) => id.toUpperCase();

it("says how far somebody rose, and since when", () => {
  const day = formatDay(new Date("2026-11-02T00:00:00Z"));
  expect(risesOf([heron], names)).toEqual([
    {
      key: "4790",
      name: "QuietHeron",
      value: 327,
      note: `RAID, 1,187 games, since ${day}`,
      second: "1,604 → 1,931",
    },
  ]);
});

it("names who has no name by number", () => {
  expect(risesOf([{ ...heron, username: "" }], names)[0]?.name).toBe("Player 4790");
});
