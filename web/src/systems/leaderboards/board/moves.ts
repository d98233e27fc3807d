import type { Ranked } from "./Ranked";

/** How a player moved: places up, or down when negative. */
export interface Move {
  readonly places: number;
  /** When it was seen, so that it can be forgotten. */
  readonly at: number;
}

/** Where players were, and how they moved lately. */
export interface Moves {
  readonly ranks: ReadonlyMap<string, number>;
  readonly moves: ReadonlyMap<string, Move>;
}

export const noMoves: Moves = { ranks: new Map(), moves: new Map() };

/** How long a move is shown. */
export const shownMs = 6000;

/**
 * What moved between two readings of the rows in view: somebody counts as moved who was seen at another place before.
 * Who comes into view has not moved.
 */
export function withRows(before: Moves, rows: readonly Ranked[], now: number): Moves {
  const ranks = new Map<string, number>();
  const moves = new Map<string, Move>();
  for (const { playerId, rank } of rows) {
    if (ranks.has(playerId)) continue;
    ranks.set(playerId, rank);
    const was = before.ranks.get(playerId);
    const earlier = before.moves.get(playerId);
    if (was !== undefined && was !== rank) moves.set(playerId, { places: was - rank, at: now });
    else if (earlier !== undefined && now - earlier.at < shownMs) moves.set(playerId, earlier);
  }

  return { ranks, moves };
}
