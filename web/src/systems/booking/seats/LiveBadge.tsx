import { Tooltip } from "@mantine/core";
import styles from "./LiveBadge.module.css";
import type { SeatsNow } from "./live/LiveSeats";

interface Props {
  readonly stream: SeatsNow["stream"];
}

const words: Readonly<Record<SeatsNow["stream"], readonly [string, string]>> = {
  connecting: ["Connecting", "Changes by others appear as soon as the stream stands."],
  live: ["Seats live", "Changes by others appear as they happen."],
  late: [
    "Reconnecting",
    "Changes by others may be missing. What you reserve is checked by the server either way.",
  ],
};

/** Whether others' changes arrive as they happen. */
export function LiveBadge({ stream }: Props) {
  const [name, meaning] = words[stream];
  return (
    <Tooltip label={meaning} multiline maw={260}>
      <span className={styles.badge} data-stream={stream} role="status">
        <span className={styles.dot} aria-hidden />
        <span className={styles.name}>{name}</span>
      </span>
    </Tooltip>
  );
}
