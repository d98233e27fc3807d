import { useQuery } from "@tanstack/react-query";
import { api, take } from "@/api/client";
import { formatDay, formatTime, timeZone } from "@/kit/format";
import { seatsPath } from "../browse/paths";
import { filmOf } from "../browse/Showtime";
import { PosterRow } from "../film/PosterRow";
import styles from "./NextShows.module.css";
import { nextFilms } from "./nextFilms";

const count = 6;

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
      <PosterRow
        count={count}
        lines={1}
        items={shows?.map((show) => ({
          key: show.id,
          film: filmOf(show),
          to: seatsPath(show.id),
          note: `${formatDay(new Date(show.startsAt))}, ${formatTime(new Date(show.startsAt))}`,
        }))}
      />
    </section>
  );
}
