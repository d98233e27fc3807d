import { queryOptions } from "@tanstack/react-query";
import { api, done, type Schemas, take } from "@/api/client";
import type { paths } from "@/api/schema";

export type Report = Schemas["ReportAnswer"];
export type ReportBody = paths["/api/admin/reports"]["post"]["requestBody"]["content"]["application/json"];
export type ExportSource = Schemas["ExportSourceAnswer"];

const isRunning = ({ lastRun }: Report) => lastRun?.state === "queued" || lastRun?.state === "running";

/** Reports; followed closely while one is being made. */
export const reportsQuery = queryOptions({
  queryKey: ["operations", "reports"],
  queryFn: ({ signal }) => take(api.GET("/api/admin/reports", { signal })),
  refetchInterval: ({ state }) => (state.data?.items.some(isRunning) ? 1000 : 30_000),
});

/** What can be reported. */
export const sourcesQuery = queryOptions({
  queryKey: ["operations", "export-sources"],
  queryFn: ({ signal }) => take(api.GET("/api/admin/exports/sources", { signal })),
  staleTime: 10 * 60_000,
});

export function addReport(body: ReportBody, key: string): Promise<Report> {
  return take(api.POST("/api/admin/reports", { params: { header: { "Idempotency-Key": key } }, body }));
}

export function changeReport(id: string, body: ReportBody): Promise<Report> {
  return take(api.PUT("/api/admin/reports/{id}", { params: { path: { id } }, body }));
}

export function removeReport(id: string): Promise<void> {
  return done(api.DELETE("/api/admin/reports/{id}", { params: { path: { id } } }));
}

export function pauseReport(id: string, isPaused: boolean): Promise<Report> {
  const params = { path: { id } };
  return take(
    isPaused
      ? api.POST("/api/admin/reports/{id}/pause", { params })
      : api.POST("/api/admin/reports/{id}/resume", { params }),
  );
}

/** Makes a report now as well, and sends it. */
export function runReport(id: string, key: string): Promise<Report> {
  return take(
    api.POST("/api/admin/reports/{id}/run", {
      params: { path: { id }, header: { "Idempotency-Key": key } },
    }),
  );
}
