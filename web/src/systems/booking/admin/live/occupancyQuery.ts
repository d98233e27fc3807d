import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas, take } from "@/api/client";

export type OccupancyOrder = "emptiest" | "fullest";
export type House = Schemas["OccupancyRow"];

const most = "500";

/** How full the showtimes of the coming week are; read anew while somebody looks. */
export const occupancyQuery = (order: OccupancyOrder) =>
  queryOptions({
    queryKey: ["booking", "occupancy", order],
    queryFn: ({ signal }) =>
      take(
        api.GET("/booking/api/admin/insight/occupancy", {
          params: { query: { order, limit: most } },
          signal,
        }),
      ),
    refetchInterval: 2000,
  });
