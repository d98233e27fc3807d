import { expect, it } from "vitest";
import { bandWords, standingWords, tierWords, traitWords, whenWords } from "./skillWords";

it("says where a rating stands, and never that it is above everybody", () => {
  expect(standingWords({ percentile: 0.8765, games: 1 })).toBe(
    "Rated higher than 87 % of all players, after 1 game.",
  );
  expect(standingWords({ percentile: 1, games: 1200 })).toBe(
    "Rated higher than 99.9 % of all players, after 1,200 games.",
  );
  expect(tierWords("pro")).toBe("Pro");
  expect(tierWords("legend")).toBe("legend");
});

it("says when a rank is reached", () => {
  expect(whenWords({ outcome: "held" })).toBe("Held");
  expect(whenWords({ outcome: "reached", days: 1.2 })).toBe("In a day");
  expect(whenWords({ outcome: "reached", days: 9.6 })).toBe("In 10 days");
  expect(whenWords({ outcome: "reached", days: 14.4 })).toBe("In 2 weeks");
  expect(whenWords({ outcome: "reached", days: 90 })).toBe("In 3 months");
  expect(whenWords({ outcome: "not_at_this_pace" })).toBe("Not at this pace");
  expect(whenWords({ outcome: "too_few_days" })).toBe("Too few days yet");
});

it("says the band, open where the end never comes", () => {
  expect(bandWords({ earliest: 8, latest: 21 })).toBe("8 days to 3 weeks");
  expect(bandWords({ earliest: 8 })).toBe("8 days or later");
  expect(bandWords({})).toBeUndefined();
});

it("names what speaks for an opponent", () => {
  expect(traitWords(["even_chances", "same_region", "new_thing"])).toBe(
    "even chances, same region, new thing",
  );
});
