import { useCallback, useState } from "react";
import type { TopicMessage } from "@/live/Topics";
import { usePile } from "@/live/usePile";
import { type TopicStatus, useTopic } from "@/live/useTopic";
import { scoresOf, scoresTopic } from "./scoreMessages";
import { type FeedScore, withScores } from "./scores";

const paintMs = 1000;

export interface ScoreFeedState {
  readonly status: TopicStatus;
  readonly rows: readonly FeedScore[];
  readonly waiting: number;
  readonly isHeld: boolean;
  readonly onHold: (isHeld: boolean) => void;
}

/** The latest scores of a game mode, painted once a second, and not at all while somebody reads. */
export function useScoreFeed(mode: string): ScoreFeedState {
  const [feed, setFeed] = useState<{ readonly mode: string; readonly rows: readonly FeedScore[] }>();
  const [isHeld, setHeld] = useState(false);
  const { add, hold, waiting } = usePile<FeedScore>((fresh) => {
    const ours = fresh.filter((score) => score.mode === mode);
    setFeed((before) => ({ mode, rows: withScores(before?.mode === mode ? before.rows : [], ours) }));
  }, paintMs);
  const onMessage = useCallback((message: TopicMessage) => add(scoresOf(message)), [add]);
  const status = useTopic(scoresTopic(mode), onMessage);
  const onHold = useCallback(
    (next: boolean) => {
      setHeld(next);
      hold(next);
    },
    [hold],
  );
  return { status, rows: feed?.mode === mode ? feed.rows : [], waiting, isHeld, onHold };
}
