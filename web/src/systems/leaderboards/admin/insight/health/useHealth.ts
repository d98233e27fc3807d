import { useQuery } from "@tanstack/react-query";
import { useGame } from "../useGame";
import { healthQuery } from "./healthQueries";

/** The mode the page is about: the first, until one is chosen. */
export function useShownMode() {
  const { mode, modes } = useGame();
  return mode ?? modes[0];
}

/** How the board of the mode shown fared in the time shown. */
export function useHealth() {
  const { period } = useGame();
  const mode = useShownMode();
  return useQuery({ ...healthQuery(mode?.id ?? "", period), enabled: mode !== undefined });
}

/** The same of the time compared with, as far as it has passed; nothing without one. */
export function useHealthBefore() {
  const { beforeSoFar, period } = useGame();
  const mode = useShownMode();
  const query = useQuery({
    ...healthQuery(mode?.id ?? "", beforeSoFar ?? period),
    enabled: mode !== undefined && beforeSoFar !== undefined,
  });
  return beforeSoFar === undefined ? undefined : query.data;
}
