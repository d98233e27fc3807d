import { expect, it } from "vitest";
import { missing } from "../format";
import { compact, exact, type Unit, type Value } from "./unit";

const thin = "\u202f";

it.each<[Value, Unit, string, string]>([
  [12_431, "count", `12.4${thin}k`, "12,431"],
  [99_950, "money", "€999.50", "€999.50"],
  [1_234_567, "money", `€12.3${thin}k`, "€12,345.67"],
  [310_000_000_00, "money", `€310${thin}M`, "€310,000,000.00"],
  [-250_000, "money", `-€2.5${thin}k`, "-€2,500.00"],
  [0.125, "percent", `12.5${thin}%`, `12.5${thin}%`],
  [2.345, "decimal", "2.35", "2.35"],
  [1500, "duration", "1.5 s", "1.5 s"],
  [1536, "bytes", "1.5 KiB", "1.5 KiB"],
  [128.7 * 1024 * 1024, "bytes", "128 MiB", "128.7 MiB"],
  [0, "count", "0", "0"],
])("%s as %s", (value, unit, short, long) => {
  expect(compact(value, unit)).toBe(short);
  expect(exact(value, unit)).toBe(long);
});

it.each<Unit>(["count", "decimal", "money", "percent", "duration", "bytes"])(
  "what is missing is a dash: %s",
  (unit) => {
    for (const value of [null, undefined, Number.NaN]) {
      expect(compact(value, unit)).toBe(missing);
      expect(exact(value, unit)).toBe(missing);
    }
  },
);
