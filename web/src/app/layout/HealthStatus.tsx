import { useNetwork } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { readHealth } from "@/api/health";
import styles from "./TopBar.module.css";

const words = {
  ready: "Live",
  starting: "Starting",
  stopping: "Stopping",
  unreachable: "No connection",
} as const;

/** Whether the server is there: asked for every 15 seconds while somebody looks. */
export function HealthStatus() {
  const { online } = useNetwork();
  const { data: health } = useQuery({
    queryKey: ["health"],
    queryFn: ({ signal }) => readHealth(signal),
    refetchInterval: ({ state }) => (state.data === "ready" ? 15_000 : 3_000),
    staleTime: 0,
  });
  // Without a network nobody asks, and what was last heard says nothing.
  const shown = online ? (health ?? "ready") : "unreachable";
  return (
    <div
      role="status"
      className={styles.status}
      data-health={shown}
      title={`Server: ${words[shown].toLowerCase()}`}
    >
      <span className={styles.dot} aria-hidden />
      <span>{words[shown]}</span>
    </div>
  );
}
