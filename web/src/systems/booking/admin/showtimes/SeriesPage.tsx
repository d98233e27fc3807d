import { Button, Progress } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { UnsavedDialog } from "@/kit/form/UnsavedDialog";
import { useUnsavedGuard } from "@/kit/form/useUnsavedGuard";
import { formatExact } from "@/kit/format";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { filmQuery } from "../films/filmQueries";
import { theaterQuery } from "../theaters/theaterQueries";
import { SeriesFields } from "./SeriesFields";
import { SeriesTable } from "./SeriesTable";
import styles from "./Showtimes.module.css";
import { type SeriesShow, showsOf } from "./series";
import { emptySeries, type SeriesForm, seriesBody, seriesOf, seriesRules } from "./seriesForm";
import { useSeriesRun } from "./useSeriesRun";

/** Puts a film on the schedule on several days, at several times, in several theaters. */
export function SeriesPage() {
  const form = useForm<SeriesForm>({
    initialValues: emptySeries,
    validate: seriesRules,
    validateInputOnBlur: true,
  });
  const { values } = form;
  const film = useQuery({ ...filmQuery(values.movieId), enabled: values.movieId !== "" });
  const theaters = useQueries({
    queries: values.theaterIds.map(theaterQuery),
    combine: (results) => results.flatMap((each) => (each.data === undefined ? [] : [each.data])),
  });
  const byId = new Map(theaters.map((theater) => [theater.id, theater]));
  const zones = [...new Set(theaters.flatMap((theater) => theater.plan?.zones ?? []))];
  const minutes = film.data?.movie.durationMinutes ?? 0;
  const shows = useMemo(() => showsOf(seriesOf(values), minutes, new Date()), [values, minutes]);
  const { outcomes, isRunning, run, stop } = useSeriesRun();
  const guard = useUnsavedGuard(isRunning);
  const isMade = (show: SeriesShow) => outcomes.get(show.key)?.state === "made";
  const left = shows.filter((show) => show.fault === undefined && !isMade(show));
  const done = shows.filter((show) => outcomes.has(show.key)).length;
  const wanted = shows.filter((show) => show.fault === undefined).length;
  const start = () =>
    void run(
      left.map((show) => ({
        key: show.key,
        body: seriesBody(values, show, byId.get(show.theaterId)?.plan?.zones ?? []),
      })),
    );
  return (
    <Page size="list">
      <PageHeader
        title="Plan a series"
        description="One film on several days, at several times, in several theaters."
      />
      <div className={styles.series}>
        <form
          id="series"
          className={styles.seriesForm}
          onSubmit={form.onSubmit(start)}
          noValidate
          inert={isRunning}
        >
          <SeriesFields form={form} zones={zones} />
        </form>
        <section className={styles.seriesShows} aria-label="The showtimes of the series">
          <div className={styles.seriesHead}>
            <span>
              {shows.length === 0
                ? "Nothing planned yet"
                : `${formatExact(shows.length)} showtimes, ${formatExact(left.length)} to be made`}
            </span>
            {isRunning ? (
              <Button variant="default" onClick={stop}>
                Stop
              </Button>
            ) : (
              <Button
                type="submit"
                form="series"
                disabled={left.length === 0 || byId.size < values.theaterIds.length}
              >
                {buttonOf(left.length, done)}
              </Button>
            )}
          </div>
          {done === 0 && !isRunning ? null : (
            <Progress
              value={(100 * done) / Math.max(1, wanted)}
              animated={isRunning}
              aria-label={`${done} of ${wanted} done`}
            />
          )}
          <SeriesTable
            shows={shows}
            outcomes={outcomes}
            nameOf={(id) => byId.get(id)?.name ?? `Theater ${id}`}
          />
        </section>
      </div>
      <UnsavedDialog guard={guard} what="the series, which is still being made," />
    </Page>
  );
}

function buttonOf(left: number, done: number): string {
  if (done === 0) return left === 0 ? "Make the showtimes" : `Make ${formatExact(left)} showtimes`;
  return left === 0 ? "All are made" : `Make the other ${formatExact(left)}`;
}
