import { useMemo } from "react";
import { Chart, type ChartProps } from "./Chart";
import type { TimesData } from "./TimesData";
import { timesPicture } from "./timesPicture";

interface Props extends ChartProps {
  readonly data: TimesData;
  /** Whether the axis may begin above 0, for values that never come near it. */
  readonly isZoomed?: boolean;
  /** Whether less is better, as with ranks: then the best is on top. */
  readonly isRank?: boolean;
}

/** Lines over time; a gap where nothing is known. */
export function LineChart({ data, isZoomed, isRank, ...chart }: Props) {
  const picture = useMemo(
    () => timesPicture(data, { kind: "line", isZoomed, isRank }),
    [data, isZoomed, isRank],
  );
  return <Chart {...chart} picture={picture} />;
}
