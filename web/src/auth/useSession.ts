import { useSyncExternalStore } from "react";
import { type SessionState, session, type User } from "./session";

/** The session as it is now; the component is drawn anew when it changes. */
export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, () => session.state);
}

/** The user who is signed in, if any. */
export function useUser(): User | undefined {
  const state = useSession();
  return state.status === "user" ? state.user : undefined;
}
