import { expect, it } from "vitest";
import { boardName } from "./boardName";

it("names boards by what they span, and by region", () => {
  expect(boardName({ type: "global" })).toBe("Global");
  expect(boardName({ type: "weekly", window: "2026-W48", region: "eu" })).toBe("Weekly 2026-W48, Europe");
  expect(boardName({ type: "contest", window: "3", region: null })).toBe("Event 3");
  expect(boardName({ type: "hourly", window: "", region: "moon" })).toBe("hourly, moon");
});
