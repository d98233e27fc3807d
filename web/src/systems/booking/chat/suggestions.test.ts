import { expect, it } from "vitest";
import { suggestionsOf } from "./suggestions";
import type { ChatAnswer, Exchange } from "./useChat";

const asked = (id: number, question: string, suggestions: string[]): Exchange => ({
  id,
  question,
  answer: { suggestions } as unknown as ChatAnswer,
});

it("begins with what the page suggests", () => {
  expect(suggestionsOf([], ["a", "b"])).toEqual(["a", "b"]);
});

it("goes on with what the answer leads to, never with what was asked", () => {
  const exchanges = [asked(0, "a", ["x"]), asked(1, "y", ["b", "a", "z", "q"])];
  expect(suggestionsOf(exchanges, ["a", "b", "c", "d", "e"])).toEqual(["b", "z", "c", "d", "e"]);
});
