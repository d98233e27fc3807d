import { type CSSProperties, memo } from "react";
import { Motif } from "./Motif";
import styles from "./Poster.module.css";
import { posterArt } from "./posterArt";

interface Props {
  readonly id: string;
  readonly genre: string;
}

/** The picture of a film that came without one: drawn from its id and genre, the same always. */
export const PosterPicture = memo(function PosterPicture({ id, genre }: Props) {
  const art = posterArt(id, genre);
  return (
    <svg
      viewBox="0 0 200 300"
      preserveAspectRatio="xMidYMid slice"
      className={styles.picture}
      style={{ "--poster-hue": art.hue, "--poster-counter": art.counterHue } as CSSProperties}
      aria-hidden
    >
      <Motif art={art} />
    </svg>
  );
});
