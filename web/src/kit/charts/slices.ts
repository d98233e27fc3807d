/** A part of a whole. */
export interface Slice {
  readonly key?: string;
  readonly name: string;
  readonly value: number;
}

/** A slice as it is shown: with its share, and what was put together in it. */
export interface ShownSlice extends Slice {
  readonly share: number;
  /** How many lie in "other"; 1 else. */
  readonly holds: number;
}

/** A circle is read up to this many parts. */
const mostSlices = 6;

/** The largest parts, the rest together as "Other". Parts that are not above 0 are none. */
export function slicesOf(parts: readonly Slice[], most = mostSlices): ShownSlice[] {
  const ranked = parts.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value);
  const total = ranked.reduce((sum, { value }) => sum + value, 0);
  const shown = ranked.length <= most + 1 ? ranked : ranked.slice(0, most);
  const rest = ranked.slice(shown.length);
  const slices = shown.map((part) => ({ ...part, share: part.value / total, holds: 1 }));
  if (rest.length === 0) return slices;
  const value = rest.reduce((sum, part) => sum + part.value, 0);
  return [...slices, { name: "Other", value, share: value / total, holds: rest.length }];
}
