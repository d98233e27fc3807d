import type { Schemas } from "@/api/client";
import { serverClock } from "@/api/serverClock";

/** Why nothing is sold for a show: called off, begun, or sale has not begun. */
export type ClosedReason = "cancelled" | "started" | "early";

/** The reason, by the server's clock; undefined when seats are sold. */
export function closedReason(
  show: Pick<Schemas["ShowtimeAnswer"], "status" | "startsAt" | "onSaleAt">,
  nowMs = Date.now() + serverClock.skewMs,
): ClosedReason | undefined {
  if (show.status === "cancelled") return "cancelled";
  if (Date.parse(show.startsAt) <= nowMs) return "started";
  return show.onSaleAt != null && Date.parse(show.onSaleAt) > nowMs ? "early" : undefined;
}
