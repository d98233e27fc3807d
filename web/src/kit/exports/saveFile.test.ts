import { expect, it } from "vitest";
import { fileName } from "./saveFile";

it("names files by what they are, without what file systems do not take", () => {
  const requestedAt = "2026-11-22T10:00:00Z";
  expect(fileName({ title: "Sales", requestedAt, format: "csv" })).toBe("Sales 2026-11-22.csv");
  expect(fileName({ title: "Sales: Oct 1 / Nov 2", requestedAt, format: "pdf" })).toBe(
    "Sales Oct 1 Nov 2 2026-11-22.pdf",
  );
  expect(fileName({ title: "///", requestedAt, format: "csv" })).toBe("Export 2026-11-22.csv");
});
