import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, type Schemas, take } from "@/api/client";

export type LiveHold = Schemas["LiveHoldAnswer"];

/** A showtime's live holds, the oldest first, page after page; read anew every two seconds while there are any. */
export const holdsQuery = (showtimeId: string, isAnyHeld: boolean) =>
  infiniteQueryOptions({
    queryKey: ["booking", "holds", showtimeId],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET("/booking/api/admin/showtimes/{showtime_id}/holds", {
          params: {
            path: { showtime_id: showtimeId },
            query: { limit: "50", ...(pageParam === undefined ? {} : { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: isAnyHeld,
    refetchInterval: 2000,
    staleTime: 1000,
  });
