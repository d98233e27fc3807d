import { ScoreFeed } from "./ScoreFeed";
import { useScoreFeed } from "./useScoreFeed";

interface Props {
  readonly mode: string;
}

/** The scores of a game mode, as they are made. */
export function LiveFeed({ mode }: Props) {
  return <ScoreFeed {...useScoreFeed(mode)} />;
}
