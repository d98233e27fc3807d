import { describe, expect, it } from "vitest";
import {
  formatBytes,
  formatCompact,
  formatCountdown,
  formatDateTime,
  formatDay,
  formatDuration,
  formatExact,
  formatMoney,
  formatPercent,
  formatRelative,
  formatTime,
  missing,
} from "./format";

const thin = "\u202f";

it.each([
  [0, "0"],
  [999, "999"],
  [12_431, `12.4${thin}k`],
  [3_100_000, `3.1${thin}M`],
  [-12_431, `-12.4${thin}k`],
])("%d is %s for short", (value, text) => {
  expect(formatCompact(value)).toBe(text);
});

it("shows a dash where there is nothing, never 0", () => {
  for (const format of [formatCompact, formatExact, formatMoney, formatPercent, formatDuration]) {
    expect(format(null)).toBe(missing);
    expect(format(undefined)).toBe(missing);
    expect(format(Number.NaN)).toBe(missing);
  }
});

it.each([
  [1250, "EUR", "€12.50"],
  [0, "EUR", "€0.00"],
  [123_456, "USD", "$1,234.56"],
])("%d hundredths of %s are %s", (cents, currency, text) => {
  expect(formatMoney(cents, currency)).toBe(text);
});

it.each([
  [300_000, "5:00"],
  [299_001, "5:00"],
  [299_000, "4:59"],
  [59_000, "0:59"],
  [1, "0:01"],
  [0, "0:00"],
  [-5, "0:00"],
  [3_723_000, "1:02:03"],
])("%d ms left are %s", (ms, text) => {
  expect(formatCountdown(ms)).toBe(text);
});

it.each([
  [850, "850 ms"],
  [12_340, "12.3 s"],
  [240_000, "4 min"],
  [7_500_000, "2 h 5 min"],
  [7_200_000, "2 h"],
])("%d ms take %s", (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

it("has percent with one decimal", () => {
  expect(formatPercent(0.1234)).toBe(`12.3${thin}%`);
});

describe("a time near now", () => {
  const now = new Date("2030-01-10T12:00:00Z");
  it.each([
    ["2030-01-10T12:00:03Z", "just now"],
    ["2030-01-10T12:00:30Z", "in 30 seconds"],
    ["2030-01-10T11:55:00Z", "5 minutes ago"],
    ["2030-01-10T14:00:00Z", "in 2 hours"],
    ["2030-01-09T12:00:00Z", "yesterday"],
    ["2030-01-17T12:00:00Z", "next week"],
  ])("%s is %s", (at, text) => {
    expect(formatRelative(new Date(at), now)).toBe(text);
  });
});

describe("a time of the cinemas", () => {
  const late = new Date("2030-01-31T23:30:00Z");
  it("is the same wherever the browser is", () => {
    expect(late.getDate(), "these tests run far from UTC").toBe(1);
    expect(formatTime(late)).toBe("23:30");
    expect(formatDay(late)).toBe("Thu, Jan 31");
    expect(formatDateTime(late)).toBe("Jan 31, 2030, 23:30");
  });

  it("has midnight as 00:00 of the day that begins", () => {
    expect(formatTime(new Date("2030-02-01T00:00:00Z"))).toBe("00:00");
    expect(formatDay(new Date("2030-02-01T00:00:00Z"))).toBe("Fri, Feb 1");
  });
});

it("bytes in the unit they are read in", () => {
  expect(formatBytes(0)).toBe("0 B");
  expect(formatBytes(1023)).toBe("1023 B");
  expect(formatBytes(1536)).toBe("1.5 KiB");
  expect(formatBytes(3 * 1024 ** 3)).toBe("3.0 GiB");
  expect(formatBytes(null)).toBe(missing);
});
