import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, take } from "@/api/client";
import { useUser } from "@/auth/useSession";
import { formatDay, formatTime } from "@/kit/format";
import { Poster } from "../film/Poster";
import styles from "./ForYou.module.css";

const count = 6;
const places = Array.from({ length: count }, (_, i) => i);

/** Films somebody may like, each with why, and the way to a show that suits. */
export function ForYou() {
  const user = useUser();
  const { data, isError } = useQuery({
    queryKey: ["booking", "for-you", user?.id],
    queryFn: ({ signal }) =>
      take(api.GET("/booking/api/recommendations", { params: { query: { limit: String(count) } }, signal })),
    enabled: user !== undefined,
    staleTime: 5 * 60_000,
  });
  // The page is complete without it.
  if (user === undefined || isError || data?.items.length === 0) return null;
  return (
    <section aria-labelledby="for-you" className={styles.section}>
      <h2 id="for-you">{data?.isPersonal === false ? "Liked by many" : "For you"}</h2>
      <ul className={styles.row} aria-busy={data === undefined}>
        {data === undefined
          ? places.map((place) => (
              <li key={place}>
                <Skeleton className={styles.place} />
                <div className={styles.words} />
              </li>
            ))
          : data.items.map(({ movie, reasons, showtimes: [show] }) => (
              <li key={movie.id}>
                <Link to="/booking/films/$id" params={{ id: movie.id }} className={styles.link}>
                  <Poster film={movie} isEager />
                  <span className={styles.words}>
                    <strong>{movie.title}</strong>
                    <small>{reasons[0]?.text}</small>
                  </span>
                </Link>
                {show === undefined ? null : (
                  <Link to="/booking/showtimes/$id" params={{ id: show.id }} className={styles.show}>
                    {formatDay(new Date(show.startsAt))}, {formatTime(new Date(show.startsAt))}
                  </Link>
                )}
              </li>
            ))}
      </ul>
    </section>
  );
}
