import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api, take } from "@/api/client";
import { useUser } from "@/auth/useSession";
import { formatDay, formatTime } from "@/kit/format";
import { PosterRow } from "../film/PosterRow";
import styles from "./ForYou.module.css";

const count = 6;

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
      <PosterRow
        count={count}
        lines={3}
        items={data?.items.map(({ movie, reasons, showtimes: [show] }) => ({
          key: movie.id,
          film: movie,
          to: `/booking/films/${movie.id}`,
          note: reasons[0]?.text,
          below:
            show === undefined ? null : (
              <Link to="/booking/showtimes/$id" params={{ id: show.id }} className={styles.show}>
                {formatDay(new Date(show.startsAt))}, {formatTime(new Date(show.startsAt))}
              </Link>
            ),
        }))}
      />
    </section>
  );
}
