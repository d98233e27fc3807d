import { expect, it } from "vitest";
import { IdempotencyKeys } from "./idempotency";

it("keeps the key while the same is wanted", () => {
  const keys = new IdempotencyKeys();
  const first = keys.keyFor({ seats: ["A-1"] });
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(keys.keyFor({ seats: ["A-1"] })).toBe(first);
});

it("begins a new key for another wish, and for the same after it was done", () => {
  const keys = new IdempotencyKeys();
  const first = keys.keyFor({ seats: ["A-1"] });
  const second = keys.keyFor({ seats: ["A-2"] });
  expect(second).not.toBe(first);
  keys.settle();
  expect(keys.keyFor({ seats: ["A-2"] })).not.toBe(second);
});
