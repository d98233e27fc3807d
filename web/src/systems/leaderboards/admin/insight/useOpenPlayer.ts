import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { useGame } from "./useGame";

/** Leads to a player's page, in the mode shown. */
export function useOpenPlayer(): (playerId: string) => void {
  const navigate = useNavigate();
  const { mode } = useGame();
  return useCallback(
    (id) => void navigate({ to: "/leaderboards/players/$id", params: { id }, search: { mode: mode?.id } }),
    [navigate, mode],
  );
}
