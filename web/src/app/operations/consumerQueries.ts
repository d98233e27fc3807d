import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, take } from "@/api/client";

/** How consumers and models are doing, read anew every two seconds. */
export const consumersQuery = queryOptions({
  queryKey: ["operations", "consumers"],
  queryFn: ({ signal }) => take(api.GET("/api/admin/consumers", { signal })),
  refetchInterval: 2000,
  staleTime: 1000,
});

/** The facts a consumer gave up on, in the order they happened, page after page. */
export const parkedQuery = (name: string) =>
  infiniteQueryOptions({
    queryKey: ["operations", "parked", name],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET("/api/admin/consumers/{name}/parked", {
          params: { path: { name }, query: pageParam === undefined ? {} : { cursor: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
