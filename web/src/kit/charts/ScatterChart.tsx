import { useMemo } from "react";
import { Chart, type ChartProps } from "./Chart";
import { type ScatterData, scatterPicture } from "./scatterPicture";

interface Props extends ChartProps {
  readonly data: ScatterData;
}

/** Two measures of many things, and whether one goes with the other. */
export function ScatterChart({ data, ...chart }: Props) {
  const picture = useMemo(() => scatterPicture(data), [data]);
  return <Chart {...chart} picture={picture} />;
}
