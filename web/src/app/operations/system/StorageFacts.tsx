import { formatBytes, formatDateTime, formatDuration, formatExact, timeZone } from "@/kit/format";
import styles from "../Operations.module.css";
import type { System } from "./systemQuery";

interface Props {
  readonly system: System;
}

/** Journal, snapshots and process in figures. */
export function StorageFacts({ system: { journal, snapshots, process, live, startedAt } }: Props) {
  // A journal that nodes share has no files.
  const isShared = journal.segments === 0;
  const facts = [
    ["Started", `${formatDateTime(new Date(startedAt))} ${timeZone}`],
    [
      "Journal",
      `${formatBytes(journal.liveBytes)} in ${isShared ? "PostgreSQL" : `${formatExact(journal.segments)} files`}`,
    ],
    ["Journal on disk", formatBytes(journal.allocatedBytes)],
    ["Takes writes", journal.acceptsWrites ? "Yes" : isShared ? "No, no session" : "No, the disk is full"],
    [
      "Snapshots",
      `${formatExact(snapshots.partitions)} in ${formatExact(snapshots.packs)} ${isShared ? "packs" : "files"}`,
    ],
    [
      "Snapshots on disk",
      `${formatBytes(snapshots.totalBytes)}, ${formatBytes(snapshots.liveBytes)} of them current`,
    ],
    ["A restart replays", formatBytes(snapshots.lagBytes)],
    ["WebSockets", `${formatExact(live.connections)} on ${formatExact(live.topics)} topics`],
    ["Processors", `${formatExact(process.cores)}, ${process.cpuPercent.toFixed(1)} % in use`],
    ["Threads", `${formatExact(process.threads)}, ${formatExact(process.queuedWork)} tasks wait`],
    [
      "Collections",
      `${formatExact(process.gen0)}, ${formatExact(process.gen1)}, ${formatExact(process.gen2)}`,
    ],
    ["Paused for them", formatDuration(process.pauseMs)],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: "contents" }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
