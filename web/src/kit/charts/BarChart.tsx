import { useMemo } from "react";
import { type BarData, barPicture } from "./barPicture";
import { Chart, type ChartProps } from "./Chart";

interface Props extends ChartProps {
  readonly data: BarData;
}

/** Things side by side, from zero. */
export function BarChart({ data, ...chart }: Props) {
  const picture = useMemo(() => barPicture(data), [data]);
  return <Chart {...chart} picture={picture} />;
}
