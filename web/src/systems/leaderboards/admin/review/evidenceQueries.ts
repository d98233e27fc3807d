import { queryOptions } from "@tanstack/react-query";
import { api, type Schemas, take } from "@/api/client";
import { casesKey } from "./caseQueries";

export type Evidence = Schemas["EvidenceAnswer"];
export type Comparison = Schemas["ComparisonAnswer"];
export type Accuracy = Schemas["AntiCheatAnswer"];

/** A player's latest games in a mode, what is unusual in them, and everybody's beside. */
export const evidenceQuery = (id: string, mode: string) =>
  queryOptions({
    queryKey: ["leaderboards", "evidence", mode, id],
    queryFn: ({ signal }) =>
      take(
        api.GET("/leaderboards/api/admin/players/{id}/evidence/{mode}", {
          params: { path: { id, mode } },
          signal,
        }),
      ),
  });

/** How good a mode's flags are; anew with every decision. */
export const accuracyQuery = (mode: string) =>
  queryOptions({
    queryKey: [...casesKey, "accuracy", mode],
    queryFn: ({ signal }) =>
      take(api.GET("/leaderboards/api/admin/anti-cheat/{mode}", { params: { path: { mode } }, signal })),
    refetchInterval: 30_000,
  });
