import { Progress } from "@mantine/core";
import type { ReactNode } from "react";
import { CompactNumber } from "@/kit/CompactNumber";
import { formatExact, formatPercent } from "@/kit/format";
import { MoveMark } from "../board/MoveMark";
import { Place } from "../board/Place";
import { milestoneName, type Progress as Way } from "./milestone";
import styles from "./OwnRank.module.css";

interface Props {
  readonly rank: number;
  readonly score: number;
  /** How many are on the board. */
  readonly size: number;
  /** By how many places it just moved. */
  readonly places: number | undefined;
  /** The rank to reach next; undefined for who is first. */
  readonly next: number | undefined;
  /** The way there; undefined while the scores are on the way. */
  readonly way: Way | undefined;
  /** Goes to one's own place. */
  readonly action: ReactNode;
}

/** Among how many one is, from the end that is nearer. */
function shareWords(rank: number, size: number): string {
  if (size < 2) return "";
  return rank <= size / 2
    ? `, top ${formatPercent(rank / size)}`
    : `, ahead of ${formatPercent((size - rank) / size)}`;
}

/** One's own rank above the board, with what is next to be reached. */
export function OwnRank({ rank, score, size, places, next, way, action }: Props) {
  return (
    <section className={styles.own} aria-label="Your rank">
      <div className={styles.place}>
        {rank <= 3 ? <Place rank={rank} /> : <strong className={styles.rank}>{formatExact(rank)}</strong>}
        <div>
          <span className={styles.of}>
            {rank <= 3 ? "" : "Your rank "}of {formatExact(size)}
            {shareWords(rank, size)}
          </span>
          <span className={styles.dim}>{formatExact(score)} points</span>
        </div>
        {places === undefined ? null : <MoveMark places={places} />}
      </div>
      <div className={styles.way}>
        {next === undefined ? (
          <span className={styles.words}>Nobody is above you.</span>
        ) : (
          <>
            <span className={styles.words}>
              {way === undefined ? (
                `Next: ${milestoneName(next)}`
              ) : (
                <>
                  <CompactNumber value={way.pointsToGo} /> points to {milestoneName(next)}
                </>
              )}
            </span>
            <Progress
              value={(way?.share ?? 0) * 100}
              size={8}
              radius={4}
              aria-label={`The way to ${milestoneName(next)}`}
            />
          </>
        )}
      </div>
      {action}
    </section>
  );
}
