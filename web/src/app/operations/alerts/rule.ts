import { formatDuration, formatExact, formatPercent } from "@/kit/format";
import type { AlertRule, RuleBody } from "./alertQueries";
import { comparisonWords, isRelative, plain } from "./alertWords";

/** A rule as its form holds it. */
export interface RuleForm {
  readonly name: string;
  readonly system: string;
  readonly rollup: string;
  readonly measure: string;
  readonly comparison: string;
  /** In percent where it compares with the time before. */
  readonly threshold: number | string;
  readonly windowMinutes: number | string;
  readonly forMinutes: number | string;
  readonly cooldownMinutes: number | string;
  readonly severity: string;
  /** Ids a dimension is narrowed to. */
  readonly where: Readonly<Record<string, readonly string[]>>;
  readonly mails: readonly string[];
  readonly webhook: string;
  readonly webhookSecret: string;
}

export const emptyRule: RuleForm = {
  name: "",
  system: "",
  rollup: "",
  measure: "",
  comparison: "above",
  threshold: "",
  windowMinutes: 60,
  forMinutes: 0,
  cooldownMinutes: 30,
  severity: "warning",
  where: {},
  mails: [],
  webhook: "",
  webhookSecret: "",
};

/** The form of a rule. Its secret is not told, and stays while nothing is typed. */
export function formOf(rule: AlertRule): RuleForm {
  const { name, system, rollup, measure, comparison, windowMinutes, forMinutes, cooldownMinutes } = rule;
  return {
    name,
    system,
    rollup,
    measure,
    comparison,
    threshold: isRelative(comparison) ? round(rule.threshold * 100) : rule.threshold,
    windowMinutes,
    forMinutes,
    cooldownMinutes,
    severity: rule.severity,
    where: rule.where,
    mails: rule.mails,
    webhook: rule.webhook ?? "",
    webhookSecret: "",
  };
}

/** What is sent for the form. */
export function bodyOf(form: RuleForm, isEnabled: boolean): RuleBody {
  const threshold = Number(form.threshold);
  const narrowed = Object.entries(form.where).filter(([, ids]) => ids.length > 0);
  return {
    name: form.name.trim(),
    system: form.system,
    rollup: form.rollup,
    measure: form.measure,
    comparison: form.comparison,
    threshold: isRelative(form.comparison) ? round(threshold / 100) : threshold,
    windowMinutes: Number(form.windowMinutes),
    forMinutes: Number(form.forMinutes),
    cooldownMinutes: Number(form.cooldownMinutes),
    severity: form.severity,
    where: Object.fromEntries(narrowed.map(([dimension, ids]) => [dimension, [...ids]])),
    mails: [...form.mails],
    webhook: form.webhook.trim() === "" ? null : form.webhook.trim(),
    webhookSecret: form.webhookSecret === "" ? null : form.webhookSecret,
    isEnabled,
  };
}

const required = (value: unknown) => (String(value ?? "").trim() === "" ? "Fill this in." : null);

/** What can be told to be wrong before asking the server. */
export const ruleRules = {
  name: required,
  rollup: required,
  measure: required,
  threshold: required,
  windowMinutes: required,
  forMinutes: required,
  cooldownMinutes: required,
};

/** What a rule watches, in a line. */
export function conditionOf(rule: AlertRule): string {
  const threshold = isRelative(rule.comparison) ? formatPercent(rule.threshold) : formatExact(rule.threshold);
  const window = formatDuration(rule.windowMinutes * 60_000);
  return `${plain(rule.measure)} ${comparisonWords[rule.comparison] ?? rule.comparison} ${threshold} in ${window}`;
}

/** Without what dividing by a hundred leaves behind. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
