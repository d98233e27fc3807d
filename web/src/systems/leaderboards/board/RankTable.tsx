import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import type { Rows } from "@/kit/list/Rows";
import { useLongScroll } from "@/kit/list/useLongScroll";
import styles from "./Board.module.css";
import { keyTarget } from "./keyTarget";
import type { Ranked } from "./Ranked";
import { RankRow } from "./RankRow";
import { useMoves } from "./useMoves";
import { usePlainLinks } from "./usePlainLinks";

/** What others do with the table. */
export interface RankTableHandle {
  /** Goes to a rank and has it in the middle. */
  readonly showRank: (rank: number) => void;
}

interface Props {
  readonly label: string;
  readonly rows: Rows<Ranked>;
  /** What the board is of, as text: when that changes it begins at its top again. */
  readonly of: string;
  readonly ownId: string | undefined;
  readonly isLoading: boolean;
  readonly isStale: boolean;
  readonly empty: ReactNode;
  readonly handle: Ref<RankTableHandle>;
}

const rowHeight = 44;
const headHeight = 36;
const nearRows = 200;
const restMs = 80;

/** A board of any length: only the rows in view exist, and each moves on its own when its player does. */
export function RankTable(props: Props) {
  const { label, rows, of, ownId, isLoading, isStale, empty, handle } = props;
  const count = isLoading ? 30 : rows.count;
  const list = useLongScroll({ count, rowHeight, headHeight });
  const { first, last, show, reach } = list;
  const { onRange } = rows;
  const told = useRef(0);
  useEffect(() => {
    if (isLoading || count === 0 || onRange === undefined) return;
    const tell = () => {
      told.current = first;
      onRange(first, last);
    };
    // Who drags the scroll bar through millions of rows wants those where it rests.
    if (Math.abs(first - told.current) < nearRows) return tell();
    const timer = setTimeout(tell, restMs);
    return () => clearTimeout(timer);
  }, [first, last, count, isLoading, onRange]);
  // Until another board's rows are there, those of the one before stay, and none of them moves to its new place.
  const rowsOf = useRef(of);
  if (!isStale) rowsOf.current = of;
  const moves = useMoves({ rows, first, last, of: rowsOf.current, isStale: isStale || isLoading });
  useImperativeHandle(handle, () => ({ showRank: (rank) => show(rank - 1, true) }), [show]);

  const shown = useRef(of);
  useEffect(() => {
    if (shown.current !== of) show(0);
    shown.current = of;
  }, [of, show]);

  const [current, setCurrent] = useState(0);
  const tabStop = current >= first && current <= last ? current : first;
  const body = useRef<HTMLDivElement>(null);
  // The row that is to take the focus may not exist yet, or wait for its data.
  const goal = useRef<number>(undefined);
  useEffect(() => {
    if (goal.current === undefined) return;
    const link = body.current?.querySelector<HTMLElement>(`[data-index="${goal.current}"] a`);
    if (link == null) return;
    goal.current = undefined;
    link.focus({ preventScroll: true });
  });
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-index]");
    const to = row === null ? undefined : keyTarget(event.key, Number(row.dataset.index), count);
    if (to === undefined) return;
    event.preventDefault();
    goal.current = to;
    setCurrent(to);
    reach(to);
  };

  const follow = usePlainLinks();
  const keys = new Set<string>();
  return (
    <div
      ref={list.ref}
      className={styles.table}
      role="table"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-busy={isLoading || isStale}
      data-stale={isStale || undefined}
      onScroll={list.onScroll}
      onKeyDown={press}
      onClick={follow}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.headRow}>
          <div role="columnheader" className={styles.rank}>
            Rank
          </div>
          <div role="columnheader" className={styles.player}>
            Player
          </div>
          <div role="columnheader" className={styles.moved}>
            Moved
          </div>
          <div role="columnheader" className={styles.score}>
            Score
          </div>
        </div>
      </div>
      {count === 0 ? <div className={styles.empty}>{empty}</div> : null}
      <div ref={body} role="rowgroup" className={styles.body} style={{ height: list.height }}>
        {Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
          const index = first + i;
          const row = isLoading ? undefined : rows.at(index);
          // By player, so that the row moves with them; pages read at different moments may hold one twice.
          const key = row === undefined || keys.has(row.playerId) ? `#${index}` : row.playerId;
          keys.add(key);
          return (
            <RankRow
              key={`${rowsOf.current} ${key}`}
              row={row}
              index={index}
              top={index * rowHeight - list.ahead}
              ahead={list.ahead}
              height={rowHeight}
              places={row === undefined ? undefined : moves.get(row.playerId)?.places}
              isOwn={row !== undefined && row.playerId === ownId}
              isTabStop={index === tabStop}
            />
          );
        })}
      </div>
    </div>
  );
}
