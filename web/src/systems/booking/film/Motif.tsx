import styles from "./Poster.module.css";
import type { PosterArt } from "./posterArt";

interface Props {
  readonly art: PosterArt;
}

/** What a drawn poster shows. Coordinates are those of a sheet of 200 by 300. */
export function Motif({ art: { motif, numbers } }: Props) {
  const at = (i: number, from: number, to: number) => from + (numbers[i % numbers.length] ?? 0) * (to - from);
  switch (motif) {
    case "sun":
      return (
        <>
          <circle cx={at(0, 60, 140)} cy={at(1, 80, 130)} r={at(2, 34, 58)} className={styles.bright} />
          <path d={hill(at(3, 150, 185), at(4, -30, 30))} className={styles.far} />
          <path d={hill(at(5, 185, 215), at(6, -40, 40))} className={styles.near} />
          <path d={hill(at(7, 222, 245), at(0, -30, 30))} className={styles.dark} />
        </>
      );
    case "rings":
      return [96, 78, 60, 43, 27, 13].map((r, i) => (
        <circle
          key={r}
          cx={at(0, 80, 120) + (i - 3) * at(1, -7, 7)}
          cy={at(2, 105, 135) + (i - 3) * at(3, -8, 8)}
          r={r}
          className={i === 5 ? styles.bright : i % 2 === 0 ? styles.near : styles.far}
        />
      ));
    case "beams":
      return (
        <>
          {[0, 1, 2, 3].map((i) => {
            const foot = -60 + i * 78 + at(i, -16, 16);
            return (
              <path
                key={i}
                d={`M${at(4, 70, 130)} 34 L${foot} 300 L${foot + at(i + 3, 26, 52)} 300 Z`}
                className={i % 2 === 0 ? styles.far : styles.beam}
              />
            );
          })}
          <circle cx={at(4, 70, 130)} cy="34" r={at(5, 9, 16)} className={styles.bright} />
        </>
      );
    case "skyline":
      return (
        <>
          <circle cx={at(0, 50, 150)} cy={at(1, 60, 100)} r={at(2, 18, 34)} className={styles.bright} />
          {Array.from({ length: 7 }, (_, i) => ({ x: i * 30 - 6, top: at(i, 105, 190) })).map(
            ({ x, top }) => (
              <rect key={x} x={x} y={top} width="24" height={300 - top} className={styles.far} />
            ),
          )}
          {Array.from({ length: 5 }, (_, i) => ({ x: i * 44 - 12, top: at(i + 3, 170, 225) })).map(
            ({ x, top }) => (
              <rect key={x} x={x} y={top} width="36" height={300 - top} className={styles.dark} />
            ),
          )}
        </>
      );
    case "waves":
      return (
        <>
          <circle cx={at(0, 60, 140)} cy={at(1, 60, 100)} r={at(2, 20, 40)} className={styles.bright} />
          {[0, 1, 2, 3, 4].map((i) => (
            <path
              key={i}
              d={wave(118 + i * 30 + at(i, -6, 6), at(i + 2, 8, 18))}
              className={i === 4 ? styles.dark : i % 2 === 0 ? styles.far : styles.near}
            />
          ))}
        </>
      );
    case "moons":
      return (
        <>
          <circle cx={at(0, 70, 130)} cy={at(1, 110, 140)} r={at(2, 62, 82)} className={styles.near} />
          <circle cx={at(3, 40, 160)} cy={at(4, 70, 110)} r={at(5, 20, 36)} className={styles.bright} />
          <circle cx={at(6, 90, 180)} cy={at(7, 150, 190)} r={at(2, 10, 22)} className={styles.beam} />
          <path d={hill(at(3, 218, 240), at(6, -30, 30))} className={styles.dark} />
        </>
      );
  }
}

function hill(top: number, lean: number): string {
  return `M0 ${top + lean} C60 ${top - lean - 24} 120 ${top + lean + 24} 200 ${top - lean} L200 300 L0 300 Z`;
}

function wave(top: number, height: number): string {
  return `M0 ${top} q25 ${-height} 50 0 t50 0 t50 0 t50 0 L200 300 L0 300 Z`;
}
