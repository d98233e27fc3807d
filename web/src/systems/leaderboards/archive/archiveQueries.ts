import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas, take } from "@/api/client";
import type { ArchiveType } from "./archiveSearch";

export type ArchiveHead = Schemas["ArchiveHeadAnswer"];

/** Which windows of a kind have ended, the latest first. */
export const archivesQuery = (mode: string, type: ArchiveType) =>
  queryOptions({
    queryKey: ["leaderboards", "archives", mode, type],
    queryFn: ({ signal }) =>
      take(
        api.GET("/leaderboards/api/archive/{mode}", {
          params: { path: { mode }, query: { type, limit: "100" } },
          signal,
        }),
      ),
    staleTime: 60_000,
  });

/** Final standings; they never change but when a cheater's scores are removed. */
export const archiveQuery = (mode: string, type: ArchiveType, window: string) =>
  queryOptions({
    queryKey: ["leaderboards", "archive", mode, type, window],
    queryFn: ({ signal }) =>
      take(
        api.GET("/leaderboards/api/archive/{mode}/{type}/{window}", {
          params: { path: { mode, type, window } },
          signal,
        }),
      ),
    staleTime: 5 * 60_000,
  });
