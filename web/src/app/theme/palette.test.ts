import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { systems } from "@/systems";
import { contrast, fromHex, fromOklch } from "./contrast";
import { danger, dark, light, type Palette, series } from "./palette";

/** WCAG 2.2: text, and what is not text but means something. */
const forText = 4.5;
const forShapes = 3;

const schemes: readonly (readonly [string, Palette, readonly string[]])[] = [
  ["light", light, series.light],
  ["dark", dark, series.dark],
];

it.each([danger.filled, danger.hover])("text on the red %s of a button can be read", (red) => {
  expect(contrast(fromHex(danger.text), fromHex(red))).toBeGreaterThanOrEqual(forText);
});

describe.each(schemes)("in the %s scheme", (_, palette, charts) => {
  const pairs: [string, string, string][] = palette.surface.flatMap(
    (surface, i): [string, string, string][] => [
      [`text on surface ${i}`, palette.text, surface],
      [`dim text on surface ${i}`, palette.textDim, surface],
      [`accent on surface ${i}`, palette.accent, surface],
    ],
  );
  for (const meaning of ["good", "warning", "bad", "info", "accent"] as const) {
    pairs.push([`${meaning} on its soft colour`, palette[meaning], palette[`${meaning}Soft`]]);
    pairs.push([`${meaning} on a card`, palette[meaning], palette.surface[1]]);
  }
  for (const medal of palette.medals) pairs.push([`text on the medal ${medal}`, palette.onMedal, medal]);
  pairs.push(["text on the accent", palette.onAccent, palette.accent]);
  pairs.push(["text on the accent under the pointer", palette.onAccent, palette.accentHover]);
  pairs.push(["the accent on its soft colour under the pointer", palette.accent, palette.accentSoftHover]);

  it.each(pairs)("%s can be read", (_name, front, back) => {
    expect(contrast(fromHex(front), fromHex(back))).toBeGreaterThanOrEqual(forText);
  });

  it.each(charts)("the chart's colour %s can be seen", (color) => {
    expect(contrast(fromHex(color), fromHex(palette.surface[1]))).toBeGreaterThanOrEqual(forShapes);
  });

  it.each(systems.map(({ id, hue }) => [id, hue] as const))("the hue of %s can be seen", (_id, hue) => {
    const { lightness, chroma } = palette.hue;
    for (const surface of [palette.surface[0], palette.surface[1], palette.surface[2]]) {
      expect(contrast(fromOklch(lightness, chroma, hue), fromHex(surface))).toBeGreaterThanOrEqual(forShapes);
    }
  });
});

it("knows black and white", () => {
  expect(contrast(fromHex("#000000"), fromHex("#ffffff"))).toBeCloseTo(21);
  expect(contrast(fromOklch(1, 0, 0), fromHex("#ffffff"))).toBeCloseTo(1, 2);
});

it("paints the page before the app runs as the app does", () => {
  const css = readFileSync(`${import.meta.dirname}/global.css`, "utf8");
  expect(css).toMatch(new RegExp(`:root {\\s+background: ${light.surface[0]};`));
  expect(css).toMatch(new RegExp(`scheme="dark"\\] {\\s+background: ${dark.surface[0]};`));
});
