import { expect, it } from "vitest";
import { formatPercent } from "@/kit/format";
import { inflationWords } from "./inflationWords";

const quiet = { isKnown: true, isRising: false, scope: "all", evidence: 0, limit: 6, rise: 0 };

it("says what is known, and no more", () => {
  expect(inflationWords({ ...quiet, isKnown: false }).meaning).toBe("neutral");
  expect(inflationWords(quiet).title).toBe("Scores are as usual");
  const rising = { ...quiet, isRising: true, rise: 0.125, since: "2026-11-14" };
  expect(inflationWords(rising).title).toBe(`${formatPercent(0.125)} above the usual since 2026-11-14`);
});
