import { useCallback, useRef, useState } from "react";
import type { TopicMessage } from "@/live/Topics";
import { usePile } from "@/live/usePile";
import { type TopicStatus, useTopic } from "@/live/useTopic";
import { counted, type News, newsOf, nothing, type Tally, withNews } from "./news";

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
  const snapshotEnd = useRef(0);
  const { add, hold, waiting } = usePile<News>((news) => {
    const end = snapshotEnd.current;
    setBoard(({ rows, tally }) => {
      const last = rows[0]?.offset ?? end;
      const fresh = news.filter(({ offset }) => offset > last && offset > end);
      return { rows: withNews(rows, news), tally: fresh.reduce(counted, tally), seenBefore: last };
    });
  });
  const onMessage = useCallback(
    (message: TopicMessage) => {
      const news = newsOf(message);
      if (message.event === "bookings_snapshot") snapshotEnd.current = news.at(-1)?.offset ?? message.offset;
      add(news);
    },
    [add],
  );
  const status = useTopic("bookings", onMessage);
  return { status, ...board, waiting, hold };
}
