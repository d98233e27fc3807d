import { useSyncExternalStore } from "react";
import type { LiveStatus } from "./LiveClient";
import { live } from "./live";

/** How the tab's socket stands. */
export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(live.onStatus, () => live.status);
}
