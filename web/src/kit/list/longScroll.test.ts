import { describe, expect, it } from "vitest";
import {
  barTopOf,
  isStretched,
  longScrollOf,
  type Place,
  placeOfRow,
  scrolled,
  settled,
  wholeTopOf,
} from "./longScroll";

const rowHeight = 44;
const view = 700;
const tenMillion = longScrollOf(10_000_000, rowHeight, view);
const short = longScrollOf(1000, rowHeight, view);

it("leaves a list alone that a browser can scroll", () => {
  expect(isStretched(short)).toBe(false);
  expect(short.height).toBe(44_000);
  expect(wholeTopOf(short, 12_345)).toBe(12_345);
  expect(barTopOf(short, 12_345)).toBe(12_345);
  expect(scrolled(short, { top: 0, ahead: 0 }, 40_000)).toEqual({ top: 40_000, ahead: 0 });
});

describe("ten million rows", () => {
  it("stay within what every browser scrolls", () => {
    expect(isStretched(tenMillion)).toBe(true);
    expect(tenMillion.height).toBeLessThan(8_000_000);
    expect(tenMillion.whole).toBe(440_000_000);
  });

  it("are pixel for pixel at both ends", () => {
    const last = tenMillion.height - view;
    const end = tenMillion.whole - view;
    for (const px of [0, 1, 999, 123_456]) {
      expect(wholeTopOf(tenMillion, px)).toBe(px);
      expect(end - wholeTopOf(tenMillion, last - px)).toBe(px);
    }
  });

  it("are reached from the first to the last, ever further", () => {
    const tops = Array.from({ length: 101 }, (_, i) => ((tenMillion.height - view) * i) / 100);
    const wholes = tops.map((top) => wholeTopOf(tenMillion, top));
    expect(wholes[0]).toBe(0);
    expect(wholes.at(-1)).toBe(tenMillion.whole - view);
    for (let i = 1; i < wholes.length; i++) expect(wholes[i]).toBeGreaterThan(wholes[i - 1] ?? 0);
  });

  it("move by as many pixels as somebody who reads on scrolls", () => {
    const before = placeOfRow(tenMillion, { index: 5_000_000, height: rowHeight });
    const after = scrolled(tenMillion, before, before.top + 120);
    expect(after.top + after.ahead - (before.top + before.ahead)).toBe(120);
  });

  it("are jumped through by the scroll bar", () => {
    const after = scrolled(tenMillion, { top: 0, ahead: 0 }, tenMillion.height / 2);
    expect((after.top + after.ahead) / tenMillion.whole).toBeCloseTo(0.5, 2);
  });

  it("stand still when the scroll bar is put where it belongs", () => {
    let place: Place = placeOfRow(tenMillion, { index: 6_543_210, height: rowHeight });
    for (let i = 0; i < 50; i++) place = scrolled(tenMillion, place, place.top + 600);
    const rested = settled(tenMillion, place);
    expect(rested.top).not.toBe(place.top);
    expect(rested.top + rested.ahead).toBe(place.top + place.ahead);
    expect(settled(tenMillion, rested)).toEqual(rested);
  });

  it("end at the first and at the last, however one comes there", () => {
    let place = placeOfRow(tenMillion, { index: 24_000, height: rowHeight });
    for (let i = 0; i < 4000 && place.top > 0; i++)
      place = settled(tenMillion, scrolled(tenMillion, place, Math.max(0, place.top - 600)));
    expect(place).toEqual({ top: 0, ahead: 0 });
    const last = placeOfRow(tenMillion, { index: 9_999_999, height: rowHeight });
    expect(last.top).toBe(tenMillion.height - view);
    const beyond = scrolled(tenMillion, { top: last.top - 10, ahead: last.ahead }, last.top);
    expect(beyond.top + beyond.ahead).toBe(tenMillion.whole - view);
  });

  it("show any row at the top or in the middle", () => {
    for (const index of [0, 1, 40_000, 3_333_333, 9_990_000]) {
      const place = placeOfRow(tenMillion, { index, height: rowHeight });
      expect(place.top + place.ahead).toBe(index * rowHeight);
      const middle = placeOfRow(tenMillion, { index, height: rowHeight, isCentred: true });
      expect(middle.top + middle.ahead).toBe(Math.max(0, index * rowHeight - (view - rowHeight) / 2));
    }
  });
});
