import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, type Schemas, take } from "@/api/client";

/** A player whose scores were held, or whose play is unusual. */
export type FlaggedCase = Omit<Schemas["FlagAnswer"], "playerId"> & { readonly playerId: string };

export const casesKey = ["leaderboards", "cases"] as const;

/** The cases of a game mode, the highest anomaly score first. */
export const casesQuery = (mode: string, isAll: boolean) =>
  infiniteQueryOptions({
    queryKey: [...casesKey, mode, isAll],
    queryFn: async ({ pageParam, signal }) => {
      const { items, nextCursor } = await take(
        api.GET("/leaderboards/api/admin/flags/{mode}", {
          params: {
            path: { mode },
            query: {
              limit: "100",
              sort: "anomaly",
              ...(isAll ? { all: "true" } : {}),
              ...(pageParam === undefined ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      );
      const cases = items.map((each): FlaggedCase => ({ ...each, playerId: String(each.playerId) }));
      return { items: cases, nextCursor };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 15_000,
  });

/** What is decided about a case. */
export type Decision =
  | { readonly kind: "clear" | "uphold" }
  | { readonly kind: "ban"; readonly until: Date | undefined };

/** Clears or upholds a case; a ban upholds it, too. */
export async function decide(flagged: FlaggedCase, decision: Decision, key: string): Promise<void> {
  const { gameMode: mode, id, status, playerId } = flagged;
  const header = { "Idempotency-Key": key };
  if (status === "open") {
    const path = { mode, case_id: id };
    await take(
      decision.kind === "clear"
        ? api.POST("/leaderboards/api/admin/flags/{mode}/{case_id}/clear", { params: { path, header } })
        : api.POST("/leaderboards/api/admin/flags/{mode}/{case_id}/uphold", { params: { path, header } }),
    );
  }

  if (decision.kind === "ban") await ban(playerId, mode, decision.until, `${key}b`);
}

/** Takes a player off a mode's boards, until a moment or for good. */
function ban(id: string, mode: string, until: Date | undefined, key: string): Promise<unknown> {
  const kind = until === undefined ? "permanent" : "temporary";
  return take(
    api.POST("/leaderboards/api/admin/players/{id}/ban/{mode}", {
      params: { path: { id, mode }, header: { "Idempotency-Key": key } },
      body: { kind, until: until?.toISOString() ?? null },
    }),
  );
}

/** Lets a banned player back onto a mode's boards. */
export function liftBan({ playerId: id, gameMode: mode }: FlaggedCase, key: string): Promise<unknown> {
  return take(
    api.POST("/leaderboards/api/admin/players/{id}/ban/{mode}", {
      params: { path: { id, mode }, header: { "Idempotency-Key": key } },
      body: { kind: "none", until: null },
    }),
  );
}

/** Removes all scores of a player from a mode's boards. */
export function removeScores({ playerId: id, gameMode: mode }: FlaggedCase, key: string): Promise<unknown> {
  return take(
    api.POST("/leaderboards/api/admin/players/{id}/remove-scores/{mode}", {
      params: { path: { id, mode }, header: { "Idempotency-Key": key } },
    }),
  );
}
