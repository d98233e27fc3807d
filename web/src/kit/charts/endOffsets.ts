import { highestOf, type TimesData } from "./TimesData";

/** A line of text, in pixels. */
const lineHeight = 15;

interface Cluster {
  readonly members: number[];
  /** Where the middle of its names is, from the top. */
  middle: number;
}

/** How far the name at each line's end moves down (or up, below 0) so that none lies on another, in pixels. */
export function endOffsets({ series, unit }: TimesData, height: number, isZoomed: boolean): number[] {
  const lasts = series.map(({ values }) => values.findLast((value) => value != null) ?? 0);
  const known = series.flatMap(({ values }) => values.filter((value) => value != null));
  if (known.length === 0) return series.map(() => 0);
  const low = isZoomed ? Math.min(...known) : 0;
  const top = highestOf(series);
  const high = unit === "percent" && !isZoomed && top > 0.75 && top <= 1 ? 1 : top;
  const span = Math.max(high - low, Number.MIN_VALUE);
  const wanted = lasts.map((value) => (1 - (value - low) / span) * height);
  const clusters: Cluster[] = [];
  for (const index of wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0))) {
    let next: Cluster = { members: [index], middle: wanted[index] ?? 0 };
    // Those that would touch share the place around their middle.
    for (let above = clusters.at(-1); above !== undefined && touch(above, next); above = clusters.at(-1)) {
      clusters.pop();
      const members = [...above.members, ...next.members];
      next = {
        members,
        middle: members.reduce((sum, each) => sum + (wanted[each] ?? 0), 0) / members.length,
      };
    }
    clusters.push(next);
  }
  const offsets = wanted.map(() => 0);
  for (const { members, middle } of clusters) {
    members.forEach((index, place) => {
      offsets[index] = middle + (place - (members.length - 1) / 2) * lineHeight - (wanted[index] ?? 0);
    });
  }
  return offsets;
}

function touch(above: Cluster, below: Cluster): boolean {
  const room = ((above.members.length + below.members.length) / 2) * lineHeight;
  return below.middle - above.middle < room;
}
