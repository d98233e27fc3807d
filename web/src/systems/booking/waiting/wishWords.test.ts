import { expect, it } from "vitest";
import { placeWords, wishWords } from "./wishWords";

const one = { count: 1, together: false, currency: "EUR" };

it.each([
  [one, "1 seat"],
  [{ ...one, together: true }, "1 seat"],
  [{ ...one, count: 2, together: true }, "2 seats side by side"],
  [{ ...one, count: 3, zones: ["Stalls", "Balcony"] }, "3 seats in Stalls or Balcony"],
  [{ ...one, count: 2, area: "Standing", maxPriceCents: 700 }, "2 places in Standing, up to €7.00 each"],
  [{ ...one, maxPriceCents: 1550 }, "1 seat, up to €15.50"],
])("%o is put in words", (wish, words) => {
  expect(wishWords(wish)).toBe(words);
});

it("tells a place by who is before", () => {
  expect([1, 2, 3, 1201].map(placeWords)).toEqual([
    "First in line",
    "1 person before you",
    "2 people before you",
    "1,200 people before you",
  ]);
});
