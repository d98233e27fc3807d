import { useCallback, useEffect, useRef, useState } from "react";
import type { TopicMessage } from "@/live/Topics";
import { type TopicStatus, useTopic } from "@/live/useTopic";
import { counted, type News, newsOf, nothing, type Tally, withNews } from "./news";

const paintMs = 250;

export interface BookingNews {
  readonly status: TopicStatus;
  readonly rows: readonly News[];
  readonly tally: Tally;
  /** Rows newer than this came while one looked: they flash. */
  readonly seenBefore: number;
  /** News that wait while the board is held still. */
  readonly waiting: number;
  hold(isHeld: boolean): void;
}

interface Board {
  readonly rows: readonly News[];
  readonly tally: Tally;
  readonly seenBefore: number;
}

/** The live feed of bookings, painted at most four times a second, and not at all while it is held. */
export function useBookingNews(): BookingNews {
  const [board, setBoard] = useState<Board>({ rows: [], tally: nothing, seenBefore: 0 });
  const [isHeld, setHeld] = useState(false);
  const [waiting, setWaiting] = useState(0);
  const pile = useRef<News[]>([]);
  const snapshotEnd = useRef(0);

  const onMessage = useCallback((message: TopicMessage) => {
    const news = newsOf(message);
    if (message.event === "bookings_snapshot") snapshotEnd.current = news.at(-1)?.offset ?? message.offset;
    pile.current.push(...news);
  }, []);
  const status = useTopic("bookings", onMessage);

  useEffect(() => {
    const timer = setInterval(() => {
      const count = pile.current.length;
      setWaiting(isHeld ? count : 0);
      if (isHeld || count === 0) return;
      const news = pile.current;
      pile.current = [];
      const end = snapshotEnd.current;
      setBoard(({ rows, tally }) => {
        const last = rows[0]?.offset ?? end;
        const fresh = news.filter(({ offset }) => offset > last && offset > end);
        return { rows: withNews(rows, news), tally: fresh.reduce(counted, tally), seenBefore: last };
      });
    }, paintMs);
    return () => clearInterval(timer);
  }, [isHeld]);

  return { status, ...board, waiting, hold: setHeld };
}
