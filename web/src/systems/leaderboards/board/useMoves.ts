import { useEffect, useRef, useState } from "react";
import type { Rows } from "@/kit/list/Rows";
import { type Move, type Moves, noMoves, shownMs, withRows } from "./moves";
import type { Ranked } from "./Ranked";

interface Options {
  readonly rows: Rows<Ranked>;
  /** The rows in view. */
  readonly first: number;
  readonly last: number;
  /** What the board is of: on another one nobody has moved. */
  readonly of: string;
  /** Whether the rows are still those of another board. */
  readonly isStale: boolean;
}

/** How those in view moved lately. */
export function useMoves({ rows, first, last, of, isStale }: Options): ReadonlyMap<string, Move> {
  const known = useRef<{ of: string; moves: Moves }>({ of, moves: noMoves });
  const [moves, setMoves] = useState<ReadonlyMap<string, Move>>(noMoves.moves);
  useEffect(() => {
    if (isStale) return;
    const look = () => {
      const shown: Ranked[] = [];
      for (let index = first; index <= last; index++) {
        const row = rows.at(index);
        if (row !== undefined) shown.push(row);
      }
      const before = known.current.of === of ? known.current.moves : noMoves;
      const next = withRows(before, shown, Date.now());
      known.current = { of, moves: next };
      setMoves((old) => (old.size === 0 && next.moves.size === 0 ? old : next.moves));
      return next.moves.size;
    };
    if (look() === 0) return;
    const timer = setTimeout(look, shownMs);
    return () => clearTimeout(timer);
  }, [rows, first, last, of, isStale]);
  return moves;
}
