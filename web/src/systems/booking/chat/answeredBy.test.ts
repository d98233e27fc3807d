import { expect, test } from "vitest";
import { answeredByLabel } from "./answeredBy";

test("an answer says who worded it", () => {
  expect(answeredByLabel("local")).toBe("Answered by the local model");
  expect(answeredByLabel("gpt-4o-mini")).toBe("Answered by gpt-4o-mini");
});
