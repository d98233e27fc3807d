import { expect, it } from "vitest";
import { systems } from "@/systems";
import { findPages } from "./pages";

const labels = (words: string, role?: string) =>
  findPages(systems, role, words).flatMap(({ title, hits }) => hits.map((hit) => `${title}: ${hit.label}`));

it("lists every system before anything is typed", () => {
  expect(labels("")).toEqual(systems.map(({ title }) => `Systems: ${title}`));
});

it("finds systems by their name or what they do, and pages with their system's name", () => {
  expect(labels("EDGE nearest")).toEqual(["Systems: CDN"]);
  expect(labels("booking showt")).toEqual(["Pages: Showtimes"]);
  expect(labels("no such thing")).toEqual([]);
});

it("finds the operators' pages for administrators only", () => {
  expect(labels("operations system", "admin")).toContain("Pages: System");
  expect(labels("operations system", "user")).toEqual([]);
});
