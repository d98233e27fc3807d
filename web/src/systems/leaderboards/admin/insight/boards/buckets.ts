import type { Bin } from "@/kit/charts/histogram";
import { partsOf, type RollupTable } from "@/kit/dashboard/rollup";

/** How wide the steps of single scores are. */
const scoreStep = 500;
const stepsPerOctave = 4;

/** The least total of a step: four to an octave, 0 for nothing. */
export function totalOf(bucket: number): number {
  if (bucket <= 0) return 0;
  const [octave, quarter] = [Math.floor((bucket - 1) / stepsPerOctave), (bucket - 1) % stepsPerOctave];
  return 2 ** octave * (1 + quarter / stepsPerOctave);
}

/** How many players have how much, with the steps between that nobody is in; octaves as long as there are many. */
export function totalBins(table: RollupTable): Bin[] {
  return binsFrom(table, "player_count", totalOf, (bucket) =>
    bucket <= 0 ? 1 : bucket + (stepsPerOctave - ((bucket - 1) % stepsPerOctave)),
  );
}

/** How many games brought how much. */
export function scoreBins(table: RollupTable): Bin[] {
  return binsFrom(
    table,
    "games",
    (bucket) => bucket * scoreStep,
    (bucket) => bucket + 1,
  );
}

function binsFrom(
  table: RollupTable,
  measure: string,
  lowOf: (bucket: number) => number,
  next: (bucket: number) => number,
): Bin[] {
  const counts = partsOf(table, measure)
    .map(({ key, value }) => ({ bucket: Number(key), count: value ?? 0 }))
    .filter(({ bucket, count }) => Number.isFinite(bucket) && count > 0)
    .sort((a, b) => a.bucket - b.bucket);
  const [first, last] = [counts[0], counts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const bins: Bin[] = [];
  let [from, at] = [first.bucket, 0];
  while (from <= last.bucket) {
    const to = next(from);
    let count = 0;
    for (let one = counts[at]; one !== undefined && one.bucket < to; one = counts[at]) {
      count += one.count;
      at += 1;
    }
    bins.push({ from: lowOf(from), to: lowOf(to), count });
    from = to;
  }
  return bins;
}
