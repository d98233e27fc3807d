import { api, take } from "@/api/client";
import { session } from "@/auth/session";
import { LiveClient, type LiveSocket } from "./LiveClient";

const url = `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/ws`;

/** The one socket of this tab. */
export const live = new LiveClient({
  url,
  open: (address) => new WebSocket(address) as LiveSocket,
  ticket: async () => {
    const { status } = await session.restore();
    return status === "user" ? take(api.POST("/api/auth/ws-ticket")) : undefined;
  },
});

const who = () =>
  session.state.status === "user" ? `${session.state.user.id} ${session.state.user.role}` : "";
let known = who();
session.subscribe(() => {
  if (session.state.status === "restoring" || who() === known) return;
  known = who();
  live.renew();
});

addEventListener("online", () => live.hurry());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") live.hurry();
});
