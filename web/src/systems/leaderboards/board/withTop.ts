import type { Ranked } from "./Ranked";

/** The first page of a board. */
export interface TopPage {
  readonly items: readonly Ranked[];
  readonly total: number;
}

/**
 * The page with a newer top: who is pushed out of it comes next, and those below keep their order. Until the page is
 * read again that is as much as is known.
 */
export function withTop(page: TopPage, top: readonly Ranked[], total = page.total): TopPage {
  if (top.length === 0) return page;
  const inTop = new Set(top.map(({ playerId }) => playerId));
  const rest = page.items.filter(({ playerId }) => !inTop.has(playerId));
  const length = Math.max(page.items.length, Math.min(top.length, total));
  const items = [...top, ...rest].slice(0, length).map((row, i) => {
    const before = page.items[i];
    const isSame =
      before?.playerId === row.playerId &&
      before.score === row.score &&
      before.name === row.name &&
      before.rank === i + 1;
    // Rows that stay the same object are not drawn again.
    return isSame ? before : { ...row, rank: i + 1 };
  });
  return { items, total };
}
