import { describe, expect, it } from "vitest";
import { motifs, posterArt } from "./posterArt";

describe("posterArt", () => {
  it("is the same for the same film", () => {
    expect(posterArt("17", "Drama")).toEqual(posterArt("17", "Drama"));
  });

  it("differs between films, and uses every motif", () => {
    const arts = Array.from({ length: 100 }, (_, id) => posterArt(String(id), "Drama"));
    expect(new Set(arts.map((art) => art.motif)).size).toBe(motifs.length);
    expect(new Set(arts.map((art) => art.numbers[0])).size).toBeGreaterThan(90);
  });

  it("keeps a genre's films in its corner of the wheel", () => {
    for (let id = 0; id < 100; id++) {
      const { hue } = posterArt(String(id), "Documentary");
      expect(Math.abs(hue - 200)).toBeLessThanOrEqual(22);
    }
  });

  it("gives numbers within bounds, for unknown genres, too", () => {
    const { numbers, hue } = posterArt("1", "Opera");
    expect(hue).toBeGreaterThanOrEqual(0);
    expect(hue).toBeLessThan(360);
    for (const number of numbers) {
      expect(number).toBeGreaterThanOrEqual(0);
      expect(number).toBeLessThan(1);
    }
  });
});
