import { timeZone } from "@/kit/format";
import type { ExportSource, Report, ReportBody } from "./reportQueries";

/** A report as its form holds it. */
export interface ReportForm {
  readonly title: string;
  readonly source: string;
  readonly format: string;
  readonly every: string;
  readonly weekday: string;
  readonly hourUtc: string;
  readonly recipients: readonly string[];
  readonly arguments: Readonly<Record<string, string>>;
}

export const emptyReport: ReportForm = {
  title: "",
  source: "",
  format: "pdf",
  every: "day",
  weekday: "monday",
  hourUtc: "6",
  recipients: [],
  arguments: {},
};

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const clock = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

export const weekdayChoices = days.map((value) => ({ value, label: capital(value) }));
export const hourChoices = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${clock(hour)} ${timeZone}`,
}));

/** What a source is narrowed by; its days are the report's own business. */
export const parametersOf = (source: ExportSource | undefined) =>
  (source?.parameters ?? []).filter(({ name }) => name !== "from" && name !== "to");

/** The form of a report. */
export function formOf(report: Report): ReportForm {
  const { title, source, format, every, weekday, hourUtc, recipients } = report;
  const hour = String(hourUtc);
  return {
    title,
    source,
    format,
    every,
    weekday: weekday ?? emptyReport.weekday,
    hourUtc: hour,
    recipients,
    arguments: report.arguments,
  };
}

/** What is sent for the form. */
export function bodyOf(form: ReportForm): ReportBody {
  const given = Object.entries(form.arguments).filter(([, value]) => value.trim() !== "");
  return {
    title: form.title.trim() === "" ? null : form.title.trim(),
    source: form.source,
    format: form.format,
    every: form.every,
    weekday: form.every === "week" ? form.weekday : null,
    hourUtc: Number(form.hourUtc),
    recipients: [...form.recipients],
    arguments: Object.fromEntries(given.map(([name, value]) => [name, value.trim()])),
  };
}

/** What can be told to be wrong before asking the server. */
export const reportRules = {
  source: (value: string) => (value === "" ? "Choose what to report." : null),
  recipients: (value: readonly string[]) => (value.length === 0 ? "Name somebody to send it to." : null),
};

/** When a report is made: "Every day at 06:00 UTC". */
export function scheduleOf({ every, weekday, hourUtc }: Report): string {
  const day = every === "week" ? `Every ${capital(weekday ?? "week")}` : "Every day";
  return `${day} at ${clock(hourUtc)} ${timeZone}`;
}

const states = {
  queued: ["neutral", "Waiting"],
  running: ["info", "Running"],
  done: ["good", "Sent"],
  failed: ["bad", "Failed"],
  cancelled: ["neutral", "Cancelled"],
} as const;

/** What became of a report's last run. */
export function outcomeOf(state: string) {
  const [meaning, word] = states[state as keyof typeof states] ?? (["neutral", state] as const);
  return { meaning, word };
}
