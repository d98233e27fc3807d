import { type Period, periodName } from "@/kit/dashboard/range";
import { ExportMenu } from "@/kit/exports/ExportMenu";
import type { ExportFormat } from "@/kit/exports/exportQueries";
import type { InsightSearch } from "./insightSearch";

interface Props {
  readonly search: InsightSearch;
  readonly period: Period;
}

const formats: readonly ExportFormat[] = ["csv", "pdf"];

/** Sales and bookings of the time shown, as files. */
export function SalesExports({ search, period }: Props) {
  const date = (at: number) => new Date(at).toISOString().slice(0, 10);
  const time = { from: date(period.from), to: date(period.to) };
  const of = {
    ...(search.movie === undefined ? {} : { movie_id: search.movie }),
    ...(search.theater === undefined ? {} : { theater_id: search.theater }),
  };
  const wishes = [
    { name: "Sales by day", source: "booking.sales", arguments: { by: "day", ...time } },
    { name: "Sales by film", source: "booking.sales", arguments: { by: "movie" } },
    { name: "Sales by theater", source: "booking.sales", arguments: { by: "theater" } },
    { name: "Bookings", source: "booking.bookings", arguments: { ...time, ...of } },
  ];
  const choices = wishes.flatMap(({ name, ...wish }) =>
    formats.map((format) => ({
      ...wish,
      format,
      label: `${name} as ${format.toUpperCase()}`,
      title: "from" in wish.arguments ? `${name}, ${periodName(period)}` : name,
    })),
  );
  return <ExportMenu choices={choices} />;
}
