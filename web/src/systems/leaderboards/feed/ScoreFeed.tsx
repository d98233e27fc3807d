import { IconBolt } from "@tabler/icons-react";
import { EmptyState } from "@/kit/EmptyState";
import { StatusBadge } from "@/kit/StatusBadge";
import type { TopicStatus } from "@/live/useTopic";
import styles from "./Feed.module.css";
import { ScoreLine } from "./ScoreLine";
import type { FeedScore } from "./scores";

const states = {
  connecting: ["neutral", "Connecting"],
  live: ["good", "Live"],
  late: ["warning", "Interrupted"],
  refused: ["bad", "Not available"],
} as const satisfies Record<TopicStatus, readonly [string, string]>;

interface Props {
  readonly status: TopicStatus;
  readonly rows: readonly FeedScore[];
  /** Scores that wait while it is held still. */
  readonly waiting: number;
  readonly isHeld: boolean;
  /** Told whether somebody reads and wants it to hold still. */
  readonly onHold: (isHeld: boolean) => void;
}

/** Scores as they are made, the newest on top. It holds still while it is pointed at or focused. */
export function ScoreFeed({ status, rows, waiting, isHeld, onHold }: Props) {
  const [meaning, word] = states[status];
  return (
    <section className={styles.feed} aria-labelledby="score-feed">
      <header className={styles.head}>
        <h2 id="score-feed">Live scores</h2>
        {isHeld ? (
          <StatusBadge meaning="neutral">
            {waiting === 0 ? "Paused" : `Paused, ${waiting} waiting`}
          </StatusBadge>
        ) : (
          <StatusBadge meaning={meaning}>{word}</StatusBadge>
        )}
      </header>
      {rows.length === 0 ? (
        <EmptyState icon={IconBolt} title="Quiet so far" text="The next score shows here at once." />
      ) : (
        <ol
          className={styles.list}
          aria-label="Scores, the newest first"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and whoever comes to it by keys can read in peace
          tabIndex={0}
          onPointerEnter={() => onHold(true)}
          onPointerLeave={() => onHold(false)}
          onFocus={() => onHold(true)}
          onBlur={() => onHold(false)}
        >
          {rows.map((score) => (
            <ScoreLine key={score.id} score={score} />
          ))}
        </ol>
      )}
    </section>
  );
}
