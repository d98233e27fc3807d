import { Button, Select, Skeleton } from "@mantine/core";
import { IconCalendarOff } from "@tabler/icons-react";
import { keepPreviousData, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { api, type Schemas, take } from "@/api/client";
import { DayStrip } from "@/kit/DayStrip";
import { dateOf, daysFrom, longDay } from "@/kit/days";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { timeZone } from "@/kit/format";
import styles from "./Film.module.css";
import { nextDay, scheduleOf } from "./schedule";
import { TheaterRow } from "./TheaterRow";

interface Props {
  readonly detail: Schemas["MovieDetailAnswer"];
}

const route = getRouteApi("/booking/films/$id");
/** More than any film has on a day, and the most the server sends at once. */
const limit = "500";

const dayQuery = (film: string, date: string, city: string | undefined) =>
  queryOptions({
    queryKey: ["booking", "film", film, "day", date, city],
    queryFn: ({ signal }) =>
      take(
        api.GET("/booking/api/showtimes", {
          params: { query: { movie_id: film, date, limit, ...(city === undefined ? {} : { city }) } },
          signal,
        }),
      ),
  });

/** When and where a film is shown: a day, and its showtimes theater by theater. */
export function FilmSchedule({ detail }: Props) {
  const { date: chosen, city } = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const film = detail.movie.id;
  const now = Date.now();
  const date = chosen ?? dateOf(detail.next[0]?.startsAt ?? now);
  const day = useQuery({
    ...dayQuery(film, date, city),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  const change = (some: { date?: string | undefined; city?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...some }), resetScroll: false });
  const theaters = scheduleOf(day.data?.items ?? []).flatMap((each) => each.theaters);
  const other = nextDay(detail.next, date);
  return (
    <section aria-label="Showtimes" className={styles.schedule}>
      <div className={styles.choose}>
        <DayStrip
          label="Day"
          days={daysFrom(now, 30, date)}
          value={date}
          onChange={(next) => change({ date: next })}
          onPoint={(next) => void queries.prefetchQuery({ ...dayQuery(film, next, city), staleTime: 15_000 })}
        />
        <Select
          aria-label="City"
          placeholder="All cities"
          className={styles.city}
          clearable
          searchable
          data={city === undefined || detail.cities.includes(city) ? detail.cities : [...detail.cities, city]}
          value={city ?? null}
          onChange={(next) => change({ city: next ?? undefined })}
        />
      </div>
      {day.error !== null && day.data === undefined ? (
        <ErrorState problem={day.error} onRetry={() => void day.refetch()} />
      ) : day.data === undefined ? (
        <Skeleton height={320} />
      ) : theaters.length === 0 ? (
        <EmptyState
          icon={IconCalendarOff}
          title={`Not shown on ${longDay(date)}${city === undefined ? "" : ` in ${city}`}`}
          text={other === undefined ? "No showtime is planned yet." : "There are showtimes on other days."}
          action={
            other === undefined ? undefined : (
              <Button variant="default" onClick={() => change({ date: other, city: undefined })}>
                Go to {longDay(other)}
              </Button>
            )
          }
        />
      ) : (
        <ul
          className={styles.theaters}
          aria-busy={day.isPlaceholderData}
          data-stale={day.isPlaceholderData || undefined}
        >
          {theaters.map((theater) => (
            <TheaterRow key={theater.theaterId} theater={theater} />
          ))}
        </ul>
      )}
      {theaters.length === 0 ? null : <p className={styles.zone}>Times are in {timeZone}.</p>}
    </section>
  );
}
