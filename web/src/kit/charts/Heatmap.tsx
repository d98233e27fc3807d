import { useMemo } from "react";
import { Chart, type ChartProps } from "./Chart";
import { type HeatmapData, heatmapPicture } from "./heatmapPicture";

interface Props extends ChartProps {
  readonly data: HeatmapData;
}

/** A grid of values by colour, with what the colours mean below it. */
export function Heatmap({ data, ...chart }: Props) {
  const picture = useMemo(() => heatmapPicture(data), [data]);
  return <Chart {...chart} picture={picture} />;
}
