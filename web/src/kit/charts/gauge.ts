/** From this share of the range on a value has this meaning. */
export interface GaugeBand {
  readonly from: number;
  readonly meaning: "good" | "warning" | "bad";
}

/** What the value means: the last band that begins at or below it. */
export function meaningOf(value: number, bands: readonly GaugeBand[]): GaugeBand["meaning"] | undefined {
  return [...bands].sort((a, b) => a.from - b.from).findLast((band) => value >= band.from)?.meaning;
}

/** An arc of the upper half circle around (100, 100), from one share of it to another, as a path. */
export function arcPath(from: number, to: number, radius: number): string {
  const [x1, y1] = pointAt(from, radius);
  const [x2, y2] = pointAt(to, radius);
  return `M ${x1} ${y1} A ${radius} ${radius} 0 0 1 ${x2} ${y2}`;
}

export function pointAt(share: number, radius: number): readonly [number, number] {
  const angle = Math.PI * (1 - Math.min(1, Math.max(0, share)));
  const round = (value: number) => Math.round(value * 100) / 100;
  return [round(100 + radius * Math.cos(angle)), round(100 - radius * Math.sin(angle))];
}
