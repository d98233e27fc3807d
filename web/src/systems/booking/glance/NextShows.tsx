import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, take } from "@/api/client";
import { formatDay, formatTime, timeZone } from "@/kit/format";
import { filmOf } from "../browse/Showtime";
import { Poster } from "../film/Poster";
import styles from "./NextShows.module.css";
import { nextFilms } from "./nextFilms";

const count = 6;
const places = Array.from({ length: count }, (_, i) => i);

/** What can be booked next, film by film: the way from the home page straight to the seats. */
export function NextShows() {
  const { data, isError } = useQuery({
    queryKey: ["booking", "glance"],
    queryFn: ({ signal }) =>
      take(
        api.GET("/booking/api/showtimes", {
          params: { query: { sort: "time", order: "asc", available: "true", limit: "50" } },
          signal,
        }),
      ),
    staleTime: 60_000,
  });
  const shows = data === undefined ? undefined : nextFilms(data.items, count);
  // The home page is complete without it; what is wrong is said where one goes to book.
  if (isError || shows?.length === 0) return null;
  return (
    <section aria-labelledby="next-shows" className={styles.next}>
      <h3 id="next-shows">
        Next in the cinemas <span className={styles.zone}>Times in {timeZone}</span>
      </h3>
      <ul className={styles.row} aria-busy={shows === undefined}>
        {shows === undefined
          ? places.map((place) => (
              <li key={place}>
                <Skeleton className={styles.place} />
                <div className={styles.words} />
              </li>
            ))
          : shows.map((show) => (
              <li key={show.id}>
                <Link to="/booking/showtimes/$id" params={{ id: show.id }} className={styles.link}>
                  <Poster film={filmOf(show)} isEager />
                  <span className={styles.words}>
                    <strong>{show.movieTitle}</strong>
                    <small>
                      {formatDay(new Date(show.startsAt))}, {formatTime(new Date(show.startsAt))}
                    </small>
                  </span>
                </Link>
              </li>
            ))}
      </ul>
    </section>
  );
}
