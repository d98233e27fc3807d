import { useQuery } from "@tanstack/react-query";
import { createContext, useContext, useMemo } from "react";
import type { RollupQuestion } from "@/kit/dashboard/rollup";
import { useRollupOf } from "@/kit/dashboard/useRollupOf";
import { type TimeShown, timeShown, useHour } from "@/kit/dashboard/useTimeShown";
import { type GameMode, modesQuery } from "../../board/boardQueries";
import type { GameSearch } from "./gameSearch";
import { askRollup } from "./rollups";

/** What all panels of the dashboard are about. */
export interface Game extends TimeShown {
  readonly search: GameSearch;
  /** The modes there are; none until they are known. */
  readonly modes: readonly GameMode[];
  /** The mode the dashboard is about; undefined for all. */
  readonly mode: GameMode | undefined;
  /** The same for a rollup. */
  readonly where: { readonly mode: string | undefined };
  /** Leads to the same page with something changed. */
  readonly change: (change: GameSearch) => void;
}

export const GameContext = createContext<Game | undefined>(undefined);

const noModes: readonly GameMode[] = [];

export function useGameOf(search: GameSearch, change: Game["change"]): Game {
  const hour = useHour();
  const { data: modes = noModes } = useQuery(modesQuery);
  return useMemo(() => {
    const mode = modes.find(({ id }) => id === search.mode);
    return { ...timeShown(search, hour), search, modes, mode, where: { mode: mode?.number }, change };
  }, [search, hour, modes, change]);
}

export function useGame(): Game {
  const game = useContext(GameContext);
  if (game === undefined) throw new Error("There is no dashboard around this panel.");
  return game;
}

/** Asks one of the leaderboards' rollups. */
export const useRollup = (question: RollupQuestion | undefined) =>
  useRollupOf("leaderboards", askRollup, question);
