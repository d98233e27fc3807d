import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { ErrorState } from "@/kit/ErrorState";
import { Page } from "@/kit/Page";
import { filmQuery } from "../browse/lists";
import styles from "./Film.module.css";
import { FilmHead } from "./FilmHead";
import { FilmSchedule } from "./FilmSchedule";

const route = getRouteApi("/booking/films/$id");

/** A film: what it is, and when and where it is shown. */
export function FilmPage() {
  const { id } = route.useParams();
  const film = useQuery({ ...filmQuery(id), refetchInterval: 60_000 });
  if (film.data !== undefined) {
    return (
      <Page title={film.data.movie.title}>
        <FilmHead detail={film.data} />
        <FilmSchedule key={id} detail={film.data} />
      </Page>
    );
  }

  return film.error === null ? (
    <Page title="Film">
      <div className={styles.head} aria-busy>
        <Skeleton className={styles.posterPlace} />
        <div className={styles.text}>
          <Skeleton height={40} width="60%" mb={16} />
          <Skeleton height={16} width="40%" mb={24} />
          <Skeleton height={16} width="80%" mb={8} />
          <Skeleton height={16} width="70%" />
        </div>
      </div>
      <Skeleton height={320} mt={32} />
    </Page>
  ) : (
    <Page title="Film">
      <ErrorState problem={film.error} onRetry={() => void film.refetch()} />
    </Page>
  );
}
