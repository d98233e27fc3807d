import { Button, Skeleton } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { useEffect } from "react";
import styles from "./Films.module.css";
import { FilmTile } from "./FilmTile";
import type { FilmsQuery } from "./useFilms";

interface Props {
  readonly query: FilmsQuery;
}

/** As many tiles stand in for a page that is on the way. */
const places = Array.from({ length: 12 }, (_, i) => i);

/** Posters in rows; further ones are read when the end comes near. */
export function FilmGrid({ query }: Props) {
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage, isPlaceholderData } =
    query;
  const { ref, entry } = useIntersection({ rootMargin: "600px" });
  const isNear = entry?.isIntersecting ?? false;
  useEffect(() => {
    if (isNear && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [isNear, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  const films = data?.pages.flatMap((page) => page.items);
  return (
    <>
      <ul className={styles.grid} aria-busy={isPlaceholderData} data-stale={isPlaceholderData || undefined}>
        {films?.map((film, index) => (
          <FilmTile key={film.id} film={film} isEager={index < 12} />
        ))}
        {films === undefined || isFetchingNextPage
          ? places.map((place) => (
              <li key={`place-${place}`} aria-hidden>
                <Skeleton className={styles.posterPlace} />
                <Skeleton height={14} mt={12} width="80%" />
                <Skeleton height={12} mt={8} width="50%" />
              </li>
            ))
          : null}
      </ul>
      <div ref={ref} className={styles.end}>
        {isFetchNextPageError ? (
          <Button variant="default" onClick={() => void fetchNextPage()}>
            Further films could not be read. Try again
          </Button>
        ) : null}
      </div>
    </>
  );
}
