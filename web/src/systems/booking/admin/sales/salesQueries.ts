import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas, take } from "@/api/client";

export type SalesRow = Schemas["SalesRow"];

/** What was reserved, sold and given back; read anew every ten seconds. */
export const salesQuery = queryOptions({
  queryKey: ["booking", "admin", "sales"],
  queryFn: ({ signal }) => take(api.GET("/booking/api/admin/sales", { signal })),
  refetchInterval: 10_000,
});
