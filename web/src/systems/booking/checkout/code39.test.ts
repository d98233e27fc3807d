import { expect, it } from "vitest";
import { code39 } from "./code39";

it("draws five bars a character, start and stop included", () => {
  const code = code39("1A-F");
  expect(code?.bars).toHaveLength(6 * 5);
  // Each character is three wide and six narrow elements, with a narrow gap between two.
  expect(code?.width).toBe(6 * (3 * 2.5 + 6) + 5);
});

it("differs for every character", () => {
  const seen = new Set([..."0123456789ABCDEF-"].map((each) => JSON.stringify(code39(each)?.bars)));
  expect(seen.size).toBe(17);
});

it("refuses what it cannot write", () => {
  expect(code39("a")).toBeUndefined();
  expect(code39("1*")).toBeUndefined();
});
