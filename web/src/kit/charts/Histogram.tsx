import { useMemo } from "react";
import { Chart, type ChartProps } from "./Chart";
import { type HistogramData, histogramPicture } from "./histogram";

interface Props extends ChartProps {
  readonly data: HistogramData;
}

/** How values are spread. */
export function Histogram({ data, ...chart }: Props) {
  const picture = useMemo(() => histogramPicture(data), [data]);
  return <Chart {...chart} picture={picture} />;
}
