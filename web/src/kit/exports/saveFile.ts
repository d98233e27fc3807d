import { api } from "@/api/client";
import { problemOf } from "@/api/problem";
import type { ExportJob } from "./exportQueries";

/** Fetches the file of an export and hands it to the browser to keep. */
export async function saveExport(job: ExportJob): Promise<void> {
  const { data, error, response } = await api.GET("/api/admin/exports/{id}/file", {
    params: { path: { id: job.id } },
    parseAs: "blob",
  });
  if (!response.ok) throw problemOf(response, error);
  saveFile(data as unknown as Blob, fileName(job));
}

/** "Sales 2026-11-22.csv": what it is and from when, without what file systems do not take. */
export function fileName({
  title,
  requestedAt,
  format,
}: Pick<ExportJob, "title" | "requestedAt" | "format">): string {
  const name = title
    .replace(/[^\p{L}\p{N} ._-]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return `${name === "" ? "Export" : name} ${requestedAt.slice(0, 10)}.${format}`;
}

function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
