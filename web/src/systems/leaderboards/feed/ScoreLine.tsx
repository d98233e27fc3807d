import { memo } from "react";
import { formatExact } from "@/kit/format";
import { LinkAnchor } from "@/kit/LinkAnchor";
import { RelativeTime } from "@/kit/RelativeTime";
import styles from "./Feed.module.css";
import type { FeedScore } from "./scores";

interface Props {
  readonly score: FeedScore;
}

/** One score; drawn once, however many come after it. */
export const ScoreLine = memo(function ScoreLine({ score: { playerId, name, mode, score, at } }: Props) {
  return (
    <li className={styles.line}>
      <LinkAnchor to="/leaderboards/players/$id" params={{ id: playerId }} className={styles.name}>
        {name}
      </LinkAnchor>
      <span className={styles.score}>{formatExact(score)}</span>
      <span className={styles.mode}>{mode}</span>
      <span className={styles.when}>
        <RelativeTime at={new Date(at)} />
      </span>
    </li>
  );
});
