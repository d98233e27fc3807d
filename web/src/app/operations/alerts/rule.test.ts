import { expect, it } from "vitest";
import type { AlertRule } from "./alertQueries";
import { bodyOf, conditionOf, emptyRule, formOf } from "./rule";

const rule: AlertRule = {
  id: "1",
  name: "Fewer bookings",
  system: "booking",
  rollup: "analytics_daily_revenue",
  measure: "bookings_count",
  comparison: "falls_by",
  threshold: 0.35,
  windowMinutes: 60,
  severity: "critical",
  where: { theater: ["3"] },
  forMinutes: 5,
  cooldownMinutes: 30,
  mails: ["ops@example.org", "ada@example.org"],
  webhook: "https://example.org/hook",
  hasSecret: true,
  isEnabled: false,
  state: "off",
};

it("sends back all that it was given when nothing is changed", () => {
  const { id: _, state: __, hasSecret: ___, ...same } = rule;
  expect(bodyOf(formOf(rule), rule.isEnabled)).toEqual({ ...same, webhookSecret: null });
});

it("takes shares as percent where the time before is compared with", () => {
  expect(formOf(rule).threshold).toBe(35);
  expect(bodyOf({ ...emptyRule, comparison: "rises_by", threshold: "7" }, true).threshold).toBe(0.07);
  expect(bodyOf({ ...emptyRule, comparison: "above", threshold: "7" }, true).threshold).toBe(7);
});

it("leaves out dimensions nothing was chosen of, and empty addresses", () => {
  const body = bodyOf({ ...emptyRule, where: { theater: [], movie: ["2"] }, webhook: " " }, true);
  expect(body.where).toEqual({ movie: ["2"] });
  expect(body.webhook).toBeNull();
});

it("says what it watches", () => {
  expect(conditionOf(rule)).toMatch(/^bookings count falls by 35\.0\s?% in 1 h/);
});
