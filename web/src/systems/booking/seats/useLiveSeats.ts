import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { Schemas } from "@/api/client";
import { live as socket } from "@/live/live";
import type { House, SeatStatus } from "../seatmap/House";
import { HttpSeatFeed } from "./live/HttpSeatFeed";
import { LiveSeatFeed } from "./live/LiveSeatFeed";
import { LiveSeats, type SeatsNow } from "./live/LiveSeats";

const feed = new LiveSeatFeed(socket, new HttpSeatFeed());

/** A showtime's seats as they are now, kept up while the page is there. */
export function useLiveSeats(answer: Schemas["SeatsAnswer"], house: House): SeatsNow {
  const live = useMemo(
    () =>
      new LiveSeats(feed, String(answer.showtimeId), house, {
        version: Number(answer.version),
        statuses: answer.rows.flatMap((row) => row.seats.map((seat) => statusOf(seat.status))),
        areas: answer.areas.map(({ name, free, held, sold }) => ({ area: name, free, held, sold })),
      }),
    [answer, house],
  );

  useEffect(() => {
    live.start();
    const hurry = () => live.hurry();
    const lose = () => live.lose();
    addEventListener("online", hurry);
    addEventListener("offline", lose);
    return () => {
      removeEventListener("online", hurry);
      removeEventListener("offline", lose);
      live.stop();
    };
  }, [live]);

  return useSyncExternalStore(live.subscribe, () => live.now);
}

function statusOf(status: string): SeatStatus {
  return status === "held" || status === "sold" || status === "blocked" ? status : "free";
}
