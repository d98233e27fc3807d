/** A score somebody just made. */
export interface FeedScore {
  readonly id: string;
  readonly at: number;
  readonly playerId: string;
  readonly name: string;
  readonly mode: string;
  readonly score: number;
}

const maxRows = 60;
/** A player is shown at most so often. */
const apartMs = 1000;

/** The feed with what came: newest first, each once, of a player at most one a second, bounded. */
export function withScores(rows: readonly FeedScore[], fresh: readonly FeedScore[]): readonly FeedScore[] {
  if (fresh.length === 0) return rows;
  const known = new Set(rows.map(({ id }) => id));
  const shown = new Map<string, number>();
  for (const { playerId, at } of rows) shown.set(playerId, Math.max(at, shown.get(playerId) ?? 0));
  const added: FeedScore[] = [];
  for (const score of fresh) {
    const before = shown.get(score.playerId);
    if (known.has(score.id) || (before !== undefined && score.at - before < apartMs)) continue;
    known.add(score.id);
    shown.set(score.playerId, score.at);
    added.push(score);
  }

  return added.length === 0 ? rows : [...added.reverse(), ...rows].slice(0, maxRows);
}
