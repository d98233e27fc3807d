import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { type TopicStatus, useTopic } from "@/live/useTopic";

/** However much happens, the numbers are read anew at most so often. */
const readMs = 2000;

/** Has the numbers read anew when something happened to a booking; says how the stream of that stands. */
export function useLiveInsight(): TopicStatus {
  const queries = useQueryClient();
  const hasNews = useRef(false);
  const status = useTopic("bookings", ({ event }) => {
    if (!event.endsWith("_snapshot")) hasNews.current = true;
  });
  useEffect(() => {
    const timer = setInterval(() => {
      if (!hasNews.current) return;
      hasNews.current = false;
      void queries.invalidateQueries({ queryKey: ["booking", "insight"] });
    }, readMs);
    return () => clearInterval(timer);
  }, [queries]);
  return status;
}
