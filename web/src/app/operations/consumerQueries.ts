import { queryOptions } from "@tanstack/react-query";
import { api, take } from "@/api/client";

/** How consumers and models are doing, read anew every two seconds. */
export const consumersQuery = queryOptions({
  queryKey: ["operations", "consumers"],
  queryFn: ({ signal }) => take(api.GET("/api/admin/consumers", { signal })),
  refetchInterval: 2000,
  staleTime: 1000,
});

/** The first facts a consumer gave up on, in the order they happened. */
export const parkedQuery = (name: string) =>
  queryOptions({
    queryKey: ["operations", "parked", name],
    queryFn: ({ signal }) =>
      take(api.GET("/api/admin/consumers/{name}/parked", { params: { path: { name } }, signal })),
  });
