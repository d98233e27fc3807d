import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, done, type Schemas, take } from "@/api/client";

export type ExportJob = Schemas["ExportAnswer"];
export type ExportFormat = "csv" | "pdf";

/** What is wanted as a file. */
export interface ExportWish {
  readonly source: string;
  readonly format: ExportFormat;
  readonly title: string;
  readonly arguments: Readonly<Record<string, string>>;
}

export const isOver = ({ state }: ExportJob) => state !== "queued" && state !== "running";

const pageSize = "50";

/** Exports, newest first; followed closely while one is being written. */
export const exportsQuery = infiniteQueryOptions({
  queryKey: ["operations", "exports"],
  queryFn: ({ pageParam, signal }) =>
    take(
      api.GET("/api/admin/exports", {
        params: { query: { limit: pageSize, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ items }) => items.some((each) => !isOver(each))) ? 1000 : 15_000,
});

export const exportQuery = (id: string) =>
  queryOptions({
    queryKey: ["operations", "export", id],
    queryFn: ({ signal }) => take(api.GET("/api/admin/exports/{id}", { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data !== undefined && isOver(state.data) ? false : 500),
  });

/** Asks for a file; it is written in the background. */
export function requestExport(wish: ExportWish, key: string): Promise<ExportJob> {
  return take(
    api.POST("/api/admin/exports", {
      params: { header: { "Idempotency-Key": key } },
      body: { source: wish.source, format: wish.format, title: wish.title, arguments: { ...wish.arguments } },
    }),
  );
}

export function cancelExport(id: string): Promise<ExportJob> {
  return take(api.POST("/api/admin/exports/{id}/cancel", { params: { path: { id } } }));
}

export function removeExport(id: string): Promise<void> {
  return done(api.DELETE("/api/admin/exports/{id}", { params: { path: { id } } }));
}
