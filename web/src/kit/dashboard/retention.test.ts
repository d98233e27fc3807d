import { expect, it } from "vitest";
import { retentionGrid } from "./retention";

it("is a share of those who began, without their first period and without what has not come", () => {
  const { values, longest } = retentionGrid([
    { size: 10, active: [10, 5, 2] },
    { size: 4, active: [4, 1] },
    { size: 3, active: [3] },
  ]);
  expect(longest).toBe(2);
  expect(values).toEqual([
    [0.5, 0.2],
    [0.25, undefined],
    [undefined, undefined],
  ]);
  expect(retentionGrid([])).toEqual({ values: [], longest: 0 });
});
