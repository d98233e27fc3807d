import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, done, type Schemas, take } from "@/api/client";

export type Alert = Schemas["AlertAnswer"];
export type AlertRule = Schemas["AlertRuleAnswer"];
export type AlertState = "open" | "acknowledged" | "resolved";

const pageSize = "50";

/** Alerts, newest first; read anew when the stream says that one changed, and now and then. */
export const alertsQuery = (state: AlertState | undefined) =>
  infiniteQueryOptions({
    queryKey: ["operations", "alerts", state],
    queryFn: ({ pageParam, signal }) => {
      const given = Object.entries({ state, cursor: pageParam }).filter(([, value]) => value !== undefined);
      return take(
        api.GET("/api/admin/alerts", {
          params: { query: { ...Object.fromEntries(given), limit: pageSize } },
          signal,
        }),
      );
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 30_000,
  });

/** How many nobody has seen, and the newest of them. */
export const openAlertsQuery = queryOptions({
  queryKey: ["operations", "alerts", "bell"],
  queryFn: ({ signal }) =>
    take(api.GET("/api/admin/alerts", { params: { query: { state: "open", limit: "5" } }, signal })),
  refetchInterval: 60_000,
});

export const alertFiguresQuery = queryOptions({
  queryKey: ["operations", "alerts", "figures"],
  queryFn: ({ signal }) => take(api.GET("/api/admin/alerts/figures", { signal })),
});

export const alertRulesQuery = queryOptions({
  queryKey: ["operations", "alerts", "rules"],
  queryFn: ({ signal }) => take(api.GET("/api/admin/alerts/rules", { signal })),
});

export function acknowledge(id: string): Promise<Alert> {
  return take(api.POST("/api/admin/alerts/{id}/acknowledge", { params: { path: { id } } }));
}

export function resolve(id: string, note: string): Promise<Alert> {
  const body = note.trim() === "" ? {} : { note: note.trim() };
  return take(api.POST("/api/admin/alerts/{id}/resolve", { params: { path: { id } }, body }));
}

/** A rule as it is asked for. */
export interface RuleWish {
  readonly name: string;
  readonly system: string;
  readonly rollup: string;
  readonly measure: string;
  readonly comparison: string;
  /** A share where it compares with the time before: 0.2 for a fifth. */
  readonly threshold: number;
  readonly windowMinutes: number;
  readonly severity: string;
  readonly mails: readonly string[];
}

export function addRule(wish: RuleWish, key: string): Promise<AlertRule> {
  return take(
    api.POST("/api/admin/alerts/rules", {
      params: { header: { "Idempotency-Key": key } },
      body: { ...wish, mails: [...wish.mails] },
    }),
  );
}

export function removeRule(id: string): Promise<void> {
  return done(api.DELETE("/api/admin/alerts/rules/{id}", { params: { path: { id } } }));
}

/** What rules can be about. */
export const rollupsQuery = queryOptions({
  queryKey: ["operations", "rollups"],
  queryFn: ({ signal }) => take(api.GET("/booking/api/admin/insight/rollups", { signal })),
  staleTime: 10 * 60_000,
});
