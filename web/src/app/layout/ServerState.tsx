import styles from "./TopBar.module.css";
import { type ServerStatus, useServerStatus } from "./useServerStatus";

const words = {
  live: "Live",
  connecting: "Connecting",
  interrupted: "Reconnecting",
  starting: "Server is starting",
  stopping: "Server is stopping",
  unreachable: "No connection",
} as const satisfies Record<ServerStatus, string>;

const titles = {
  live: "Connected to the server: changes show as they happen",
  connecting: "Connecting to the server",
  interrupted: "The connection was interrupted and is tried again",
  starting: "The server is starting",
  stopping: "The server is stopping",
  unreachable: "The server cannot be reached from here",
} as const satisfies Record<ServerStatus, string>;

/** Whether what is on the page keeps itself up to date. */
export function ServerState() {
  const status = useServerStatus();
  return (
    <div role="status" className={styles.status} data-status={status} title={titles[status]}>
      <span className={styles.dot} aria-hidden />
      <span>{words[status]}</span>
    </div>
  );
}
