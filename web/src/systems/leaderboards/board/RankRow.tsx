import { Skeleton } from "@mantine/core";
import { memo, useRef } from "react";
import { formatExact } from "@/kit/format";
import styles from "./Board.module.css";
import { MoveMark } from "./MoveMark";
import { Place } from "./Place";
import { playerPath } from "./playerPath";
import type { Ranked } from "./Ranked";
import { useGlide } from "./useGlide";

interface Props {
  /** Undefined while it is on the way. */
  readonly row: Ranked | undefined;
  readonly index: number;
  readonly top: number;
  readonly ahead: number;
  readonly height: number;
  /** How many places the player moved lately. */
  readonly places: number | undefined;
  readonly isOwn: boolean;
  /** Whether Tab stops at this row; one of the table's rows does. */
  readonly isTabStop: boolean;
}

/** A player at a rank; drawn anew only when something of its own changed. */
export const RankRow = memo(function RankRow(props: Props) {
  const { row, index, top, ahead, height, places, isOwn, isTabStop } = props;
  const element = useRef<HTMLDivElement>(null);
  useGlide(element, { top, ahead, height });
  return (
    <div
      ref={element}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      className={styles.row}
      data-podium={index < 3 || undefined}
      data-own={isOwn || undefined}
      data-moved={places === undefined ? undefined : places > 0 ? "up" : "down"}
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <div role="cell" className={styles.rank}>
        <Place rank={row?.rank ?? index + 1} />
      </div>
      <div role="cell" className={styles.player}>
        {row === undefined ? (
          <Skeleton height={12} width="40%" />
        ) : (
          <>
            {/* The table takes the click: a link that knows the router costs more than the rest of the row. */}
            <a href={playerPath(row.playerId)} className={styles.name} tabIndex={isTabStop ? 0 : -1}>
              {row.name}
            </a>
            {isOwn ? <span className={styles.you}>You</span> : null}
          </>
        )}
      </div>
      <div role="cell" className={styles.moved}>
        {places === undefined ? null : <MoveMark places={places} />}
      </div>
      <div role="cell" className={styles.score}>
        {row === undefined ? <Skeleton height={12} width="60%" ml="auto" /> : formatExact(row.score)}
      </div>
    </div>
  );
});
