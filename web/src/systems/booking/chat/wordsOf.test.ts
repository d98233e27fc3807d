import { expect, it } from "vitest";
import type { ChatAnswer } from "./useChat";
import { wordsOf } from "./wordsOf";

const found = {
  answer: "The next showtimes that fit:\n- A Film, Mon 23 Nov 20:30\n- A Film, Tue 24 Nov 16:55",
  answeredBy: "local",
  intent: "showtimes",
  results: { films: [], showtimes: [{}, {}], bookings: [], theaters: [], links: [] },
} as unknown as ChatAnswer;

it("leaves out the lines that stand below as cards", () => {
  expect(wordsOf(found)).toBe("The next showtimes that fit:");
});

it("keeps lines that say more than the cards, and those without any", () => {
  expect(wordsOf({ ...found, intent: "seats" })).toBe(found.answer);
  expect(wordsOf({ ...found, answeredBy: "another model" })).toBe(found.answer);
  expect(wordsOf({ ...found, results: { ...found.results, showtimes: [] } })).toBe(found.answer);
});
