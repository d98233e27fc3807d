import { useMemo } from "react";
import { Chart, type ChartProps } from "./Chart";
import { type ForecastData, forecastPicture } from "./forecastPicture";

interface Props extends ChartProps {
  readonly data: ForecastData;
}

/** What was as a line, what is expected as a dashed one in its band. */
export function ForecastChart({ data, ...chart }: Props) {
  const picture = useMemo(() => forecastPicture(data), [data]);
  return <Chart {...chart} picture={picture} />;
}
