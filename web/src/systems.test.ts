import { expect, it } from "vitest";
import { systems } from "./systems";
import { entriesFor } from "./systems/entriesFor";

it("lists ten systems, each by its own name", () => {
  expect(new Set(systems.map((system) => system.id)).size).toBe(10);
  expect(new Set(systems.map((system) => system.title)).size).toBe(10);
});

it("gives each a hue of its own, 20 degrees from the next at least", () => {
  const hues = systems.map((system) => system.hue).toSorted((a, b) => a - b);
  const gaps = hues.map(
    (hue, i) => (hues[(i + 1) % hues.length] ?? 0) - hue + (i === hues.length - 1 ? 360 : 0),
  );
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(20);
});

it("keeps each system's pages below its own path", () => {
  for (const { id, entries } of systems) {
    for (const { to } of entries) expect(`${to}/`).toMatch(new RegExp(`^/${id}/`));
  }
});

it("shows pages to those who may see them", () => {
  const [first] = systems;
  if (first === undefined) throw new Error("There are systems.");
  const entry = { label: "x", to: "/booking", icon: first.icon } as const;
  const system = {
    ...first,
    entries: [entry, { ...entry, role: "user" }, { ...entry, role: "admin" }] as const,
  };
  expect(entriesFor(system, undefined)).toHaveLength(1);
  expect(entriesFor(system, "customer")).toHaveLength(2);
  expect(entriesFor(system, "admin")).toHaveLength(3);
});
