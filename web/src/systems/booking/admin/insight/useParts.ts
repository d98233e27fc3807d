import { type Dimension, type Measure, sourceOf } from "./sales";
import { useInsight, useRollup } from "./useInsight";

/** As many as one would ever look through. */
const most = 1000;

/** Measures of the whole time by film, genre, theater or city, the greatest of the first measure first. */
export function useParts(by: Dimension, wanted: readonly Measure[]) {
  const { period, where } = useInsight();
  const source = sourceOf(where, by);
  const columns = wanted.flatMap((measure) => source?.columns[measure] ?? []);
  const query = useRollup(
    source && {
      rollup: source.rollup,
      period,
      grain: "all",
      where,
      by: [by],
      measures: columns,
      order: `-${columns[0]}`,
      limit: most,
    },
  );
  return { query, source, columns };
}
