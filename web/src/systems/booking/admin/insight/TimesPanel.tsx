import { ColumnChart } from "@/kit/charts/ColumnChart";
import { LineChart } from "@/kit/charts/LineChart";
import { nextBucket } from "@/kit/charts/times";
import type { Unit } from "@/kit/charts/unit";
import { Panel } from "@/kit/dashboard/Panel";
import { daysOf } from "@/kit/dashboard/range";
import { partialOf } from "@/kit/dashboard/rollup";
import { NotCounted } from "./NotCounted";
import { coarseness, type Measure } from "./sales";
import { useInsight } from "./useInsight";
import { useTimes } from "./useTimes";

interface Props {
  readonly title: string;
  readonly measure: Measure;
  readonly unit: Unit;
  readonly span?: 4 | 6 | 8 | 12;
  readonly kind?: "line" | "columns";
  readonly isZoomed?: boolean;
  readonly height?: number;
}

/** A measure over time; a bucket that is pressed becomes the time of the whole dashboard. */
export function TimesPanel(props: Props) {
  const { title, measure, unit, span = 6, kind = "line", isZoomed = false, height = 240 } = props;
  const { period, source, change } = useInsight();
  const { query, data, isKnown } = useTimes({ measure, name: title, unit });
  const open = (key: string) => {
    const from = Number(key);
    if (data !== undefined)
      change({ ...daysOf({ from, to: nextBucket(from, data.grain) }), range: undefined });
  };
  const shared = {
    name: title,
    cursor: "booking",
    height,
    ...(data?.grain === "hour" ? {} : { onPick: open }),
  };
  return (
    <Panel
      title={title}
      note={coarseness(source)}
      span={span}
      height={height}
      partial={partialOf(query.data, period)}
      {...(isKnown ? { state: query } : {})}
    >
      {!isKnown ? (
        <NotCounted />
      ) : data === undefined ? null : kind === "columns" ? (
        <ColumnChart {...shared} data={data} />
      ) : (
        <LineChart {...shared} data={data} isZoomed={isZoomed} />
      )}
    </Panel>
  );
}
