import { Link } from "@tanstack/react-router";
import { memo } from "react";
import type { Schemas } from "@/api/client";
import { formatDuration } from "@/kit/format";
import styles from "./Films.module.css";
import { Poster } from "./Poster";

interface Props {
  readonly film: Schemas["MovieAnswer"];
  readonly isEager: boolean;
}

/** A film among others. */
export const FilmTile = memo(function FilmTile({ film, isEager }: Props) {
  return (
    <li className={styles.tile}>
      <Link to="/booking/films/$id" params={{ id: film.id }} className={styles.link}>
        <Poster film={film} isEager={isEager} />
        <span className={styles.title}>{film.title}</span>
        <span className={styles.note}>
          {film.genre} · {formatDuration(film.durationMinutes * 60_000)}
        </span>
      </Link>
    </li>
  );
});
