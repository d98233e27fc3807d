import { useQueryClient } from "@tanstack/react-query";
import { useTopic } from "@/live/useTopic";

/** Has alerts read anew when the server says that one was raised, seen or is over. */
export function useAlertNews(): void {
  const queries = useQueryClient();
  useTopic("alerts", ({ event }) => {
    if (!event.endsWith("_snapshot")) void queries.invalidateQueries({ queryKey: ["operations", "alerts"] });
  });
}
