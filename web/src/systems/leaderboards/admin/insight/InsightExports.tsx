import { type Period, periodName } from "@/kit/dashboard/range";
import { ExportMenu } from "@/kit/exports/ExportMenu";
import type { ExportFormat } from "@/kit/exports/exportQueries";
import { daysIn } from "./crowdQueries";

interface Props {
  /** What is exported: "Players by day". */
  readonly name: string;
  readonly source: string;
  /** Of which time; everything without one. */
  readonly period?: Period;
}

const formats: readonly ExportFormat[] = ["csv", "pdf"];

/** What a page of the dashboard is about, as files. */
export function InsightExports({ name, source, period }: Props) {
  const choices = formats.map((format) => ({
    source,
    arguments: period === undefined ? {} : daysIn(period),
    format,
    label: `${name} as ${format.toUpperCase()}`,
    title: period === undefined ? name : `${name}, ${periodName(period)}`,
  }));
  return <ExportMenu choices={choices} />;
}
