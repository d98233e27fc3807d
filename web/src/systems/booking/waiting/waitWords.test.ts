import { expect, it } from "vitest";
import { waitWords } from "./waitWords";

it.each([
  [null, "How long it takes cannot be said yet."],
  [3, "It is your turn in a few seconds."],
  [60, "It takes about a minute."],
  [300, "It takes about 5 minutes."],
  [3700, "It takes about an hour."],
  [7300, "It takes about 2 hours."],
])("%s seconds", (seconds, words) => {
  expect(waitWords(seconds)).toBe(words);
});
