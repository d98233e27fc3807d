import { useMemo } from "react";
import { Chart, type ChartProps } from "./Chart";
import type { TimesData } from "./TimesData";
import { timesPicture } from "./timesPicture";

interface Props extends ChartProps {
  readonly data: TimesData;
  readonly isStacked?: boolean;
}

/** Columns over time, from zero. */
export function ColumnChart({ data, isStacked, ...chart }: Props) {
  const picture = useMemo(() => timesPicture(data, { kind: "columns", isStacked }), [data, isStacked]);
  return <Chart {...chart} picture={picture} />;
}
