import { useState } from "react";
import type { Schemas } from "@/api/client";
import styles from "./Poster.module.css";
import { PosterPicture } from "./PosterPicture";

/** What a poster is drawn from. */
export type PosterFilm = Pick<Schemas["MovieAnswer"], "id" | "title" | "genre" | "posterUrl">;

interface Props {
  readonly film: PosterFilm;
  /** Whether it is in view at once, and must not wait for scrolling. */
  readonly isEager?: boolean;
  /** Whether it is too small for words. */
  readonly isBare?: boolean;
}

/** A film's poster: its own, or one drawn for it. */
export function Poster({ film, isEager = false, isBare = false }: Props) {
  const [failed, setFailed] = useState<string>();
  const own = film.posterUrl !== "" && film.posterUrl !== failed ? film.posterUrl : undefined;
  return (
    <div className={styles.poster} data-bare={isBare || undefined}>
      {own === undefined ? (
        <>
          <PosterPicture id={film.id} genre={film.genre} />
          {isBare ? null : (
            <span className={styles.title} aria-hidden>
              {film.title}
            </span>
          )}
        </>
      ) : (
        <img
          src={own}
          alt=""
          width={200}
          height={300}
          loading={isEager ? "eager" : "lazy"}
          decoding="async"
          onError={() => setFailed(own)}
          className={styles.picture}
        />
      )}
    </div>
  );
}
