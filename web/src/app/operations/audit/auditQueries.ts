import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, type Schemas, take } from "@/api/client";
import { day, enumOf, text } from "@/kit/url";

export type AuditEntry = Schemas["AuditEntryAnswer"];

/** Which entries are shown, as the URL holds it. */
export interface AuditSearch {
  readonly action?: string | undefined;
  readonly result?: "done" | "refused" | undefined;
  readonly from?: string | undefined;
}

export function readAudit(search: Record<string, unknown>): AuditSearch {
  return {
    action: text(search.action),
    result: enumOf(search.result, ["done", "refused"]),
    from: day(search.from),
  };
}

const pageSize = "100";

/** What operators did, newest first. */
export const auditQuery = (search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ["operations", "audit", search],
    queryFn: ({ pageParam, signal }) => {
      const given = Object.entries({ ...search, cursor: pageParam }).filter(
        ([, value]) => value !== undefined,
      );
      return take(
        api.GET("/api/admin/audit", {
          params: { query: { ...Object.fromEntries(given), limit: pageSize } },
          signal,
        }),
      );
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
