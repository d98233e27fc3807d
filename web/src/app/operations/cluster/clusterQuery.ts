import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas, take } from "@/api/client";

export type Cluster = Schemas["ClusterAnswer"];
export type ClusterNode = Schemas["ClusterNodeAnswer"];
export type ClusterLink = Schemas["ClusterLinkAnswer"];

/** How often it is read anew while the page is looked at. */
export const clusterEveryMs = 1000;

/** The servers that are one, as the one that answers sees them. */
export const clusterQuery = queryOptions({
  queryKey: ["operations", "cluster"],
  queryFn: ({ signal }) => take(api.GET("/api/cluster", { signal })),
  refetchInterval: clusterEveryMs,
  staleTime: 500,
});
