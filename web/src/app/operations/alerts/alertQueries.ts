import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, done, type Schemas, take } from "@/api/client";
import type { paths } from "@/api/schema";

export type Alert = Schemas["AlertAnswer"];
export type AlertRule = Schemas["AlertRuleAnswer"];
export type RuleBody = paths["/api/admin/alerts/rules"]["post"]["requestBody"]["content"]["application/json"];
export type WebhookDelivery = Schemas["WebhookDeliveryAnswer"];
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

export const alertQuery = (id: string) =>
  queryOptions({
    queryKey: ["operations", "alerts", "one", id],
    queryFn: ({ signal }) => take(api.GET("/api/admin/alerts/{id}", { params: { path: { id } }, signal })),
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

export function addRule(body: RuleBody, key: string): Promise<AlertRule> {
  return take(api.POST("/api/admin/alerts/rules", { params: { header: { "Idempotency-Key": key } }, body }));
}

export function changeRule(id: string, body: RuleBody): Promise<AlertRule> {
  return take(api.PUT("/api/admin/alerts/rules/{id}", { params: { path: { id } }, body }));
}

export function switchRule(id: string, isEnabled: boolean): Promise<AlertRule> {
  const params = { path: { id } };
  return take(
    isEnabled
      ? api.POST("/api/admin/alerts/rules/{id}/enable", { params })
      : api.POST("/api/admin/alerts/rules/{id}/disable", { params }),
  );
}

export function removeRule(id: string): Promise<void> {
  return done(api.DELETE("/api/admin/alerts/rules/{id}", { params: { path: { id } } }));
}

/** What rules can be about. */
export const alertSubjectsQuery = queryOptions({
  queryKey: ["operations", "alert-subjects"],
  queryFn: ({ signal }) => take(api.GET("/api/admin/alerts/rules/subjects", { signal })),
  staleTime: 10 * 60_000,
});

/** Calls of webhooks that wait or were set aside. */
export const deliveriesQuery = queryOptions({
  queryKey: ["operations", "alerts", "deliveries"],
  queryFn: ({ signal }) => take(api.GET("/api/admin/alerts/deliveries", { signal })),
  refetchInterval: 15_000,
});

export function retryDelivery(id: string): Promise<void> {
  return done(api.POST("/api/admin/alerts/deliveries/{id}/retry", { params: { path: { id } } }));
}

export function removeDelivery(id: string): Promise<void> {
  return done(api.DELETE("/api/admin/alerts/deliveries/{id}", { params: { path: { id } } }));
}
