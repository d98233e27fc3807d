import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Poster, type PosterFilm } from "./Poster";
import styles from "./PosterRow.module.css";

/** A film of the row, and where it leads. */
export interface PosterItem {
  readonly key: string;
  readonly film: PosterFilm;
  readonly to: string;
  /** Below the title. */
  readonly note: ReactNode;
  /** Below that, with a way of its own. */
  readonly below?: ReactNode;
}

interface Props {
  /** Undefined while they are on the way; then as many places are kept. */
  readonly items: readonly PosterItem[] | undefined;
  readonly count: number;
  /** How many lines stand below the titles at most, so that nothing moves when the films arrive. */
  readonly lines: 1 | 3;
}

/** Films side by side, by their posters: six, and three on phones. */
export function PosterRow({ items, count, lines }: Props) {
  return (
    <ul className={styles.row} data-lines={lines} aria-busy={items === undefined}>
      {items === undefined
        ? Array.from({ length: count }, (_, place) => place).map((place) => (
            <li key={place}>
              <Skeleton className={styles.place} />
              <div className={styles.words} />
            </li>
          ))
        : items.map(({ key, film, to, note, below }) => (
            <li key={key}>
              {/* The title leads there, too: for keys and screen readers one way is enough. */}
              <Link to={to} className={styles.poster} tabIndex={-1} aria-hidden>
                <Poster film={film} isEager />
              </Link>
              <div className={styles.words}>
                <Link to={to} className={styles.link}>
                  <strong title={film.title}>{film.title}</strong>
                  <small>{note}</small>
                </Link>
                {below}
              </div>
            </li>
          ))}
    </ul>
  );
}
