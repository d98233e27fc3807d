import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas, take } from "@/api/client";

export type System = Schemas["SystemAnswer"];

/** How often it is read anew. */
export const systemEveryMs = 2000;

/** How the server is doing. */
export const systemQuery = queryOptions({
  queryKey: ["operations", "system"],
  queryFn: ({ signal }) => take(api.GET("/api/admin/system", { signal })),
  refetchInterval: systemEveryMs,
  staleTime: 1000,
});
