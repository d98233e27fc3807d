import { useNetwork } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { readHealth } from "@/api/health";
import { live } from "@/live/live";
import { useLiveStatus } from "@/live/useLiveStatus";

/** How the server is, seen from here. */
export type ServerStatus = "live" | "connecting" | "interrupted" | "starting" | "stopping" | "unreachable";

const askEveryMs = 3_000;

/**
 * Whether the server is there: as long as the socket is open it is, and nobody has to ask. Only while the socket cannot
 * be had is the server asked how it is. A tab nobody looks at keeps no socket of its own.
 */
export function useServerStatus(): ServerStatus {
  const { online } = useNetwork();
  const socket = useLiveStatus();
  useEffect(keepWhileVisible, []);
  const isTroubled = socket === "waiting" || (socket !== "open" && live.failures > 0);
  const { data: health } = useQuery({
    queryKey: ["health"],
    queryFn: ({ signal }) => readHealth(signal),
    enabled: online && isTroubled,
    refetchInterval: askEveryMs,
    staleTime: 0,
    gcTime: 0,
  });
  if (!online) return "unreachable";
  if (socket === "open" || socket === "refused") return "live";
  if (!isTroubled) return "connecting";
  return health === undefined || health === "ready" ? "interrupted" : health;
}

function keepWhileVisible(): () => void {
  let leave: (() => void) | undefined;
  const look = () => {
    if (document.visibilityState === "visible") leave ??= live.keep();
    else {
      leave?.();
      leave = undefined;
    }
  };
  look();
  document.addEventListener("visibilitychange", look);
  return () => {
    document.removeEventListener("visibilitychange", look);
    leave?.();
  };
}
