import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { TopicMessage } from "@/live/Topics";
import { usePile } from "@/live/usePile";
import { useTopic } from "@/live/useTopic";
import { type BoardChoice, type Standing, standingQuery } from "../board/boardQueries";
import { shownMs } from "../board/moves";

const refreshMs = 5000;
/** What the server says of one's rank is looked at so often. */
const paintMs = 1000;

export interface OwnRankState {
  /** Undefined while it is not known, and for who is not on the board. */
  readonly own: Standing | undefined;
  /** By how many places one just moved. */
  readonly places: number | undefined;
  readonly isLoading: boolean;
}

/** One's own place on a board, read again every few seconds and when the server says that it changed. */
export function useOwnRank(choice: BoardChoice, userId: string): OwnRankState {
  const queries = useQueryClient();
  const query = standingQuery(choice, userId);
  const standing = useQuery({ ...query, refetchInterval: refreshMs });
  const { add } = usePile<TopicMessage>(
    () => void queries.invalidateQueries({ queryKey: query.queryKey }),
    paintMs,
  );
  const onMessage = useCallback((message: TopicMessage) => add([message]), [add]);
  useTopic(`player:${userId}`, onMessage);
  const own = standing.data ?? undefined;
  const board = JSON.stringify(choice);
  const before = useRef<{ readonly board: string; readonly rank: number | undefined }>({
    board,
    rank: undefined,
  });
  const [moved, setMoved] = useState<number>();
  const rank = own?.rank;
  useEffect(() => {
    const was = before.current;
    before.current = { board, rank };
    if (was.board !== board || was.rank === undefined || rank === undefined || was.rank === rank) {
      if (was.board !== board) setMoved(undefined);
      return;
    }
    setMoved(was.rank - rank);
  }, [board, rank]);
  useEffect(() => {
    if (moved === undefined) return;
    const timer = setTimeout(() => setMoved(undefined), shownMs);
    return () => clearTimeout(timer);
  }, [moved]);
  return { own, places: moved, isLoading: standing.isPending };
}
