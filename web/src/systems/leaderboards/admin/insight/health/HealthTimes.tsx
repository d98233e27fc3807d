import type { ReactNode } from "react";
import { useMemo } from "react";
import type { Target } from "@/kit/charts/axes";
import { ColumnChart } from "@/kit/charts/ColumnChart";
import { LineChart } from "@/kit/charts/LineChart";
import type { TimesData, TimesMark } from "@/kit/charts/TimesData";
import { bucketsOf } from "@/kit/charts/times";
import type { Unit, Value } from "@/kit/charts/unit";
import { Panel } from "@/kit/dashboard/Panel";
import { useGame } from "../useGame";
import type { HealthDay } from "./healthQueries";
import { healthSeries } from "./healthSeries";
import { useHealth } from "./useHealth";

interface Line {
  readonly name: string;
  readonly of: (day: HealthDay) => Value;
}

interface Props {
  readonly title: string;
  readonly note?: ReactNode;
  /** Module constants, so that they are the same each time. */
  readonly lines: readonly Line[];
  readonly unit: Unit;
  readonly span?: 4 | 6 | 8 | 12;
  readonly kind?: "line" | "columns";
  readonly isZoomed?: boolean;
  readonly height?: number;
  readonly targets?: readonly Target[] | undefined;
  /** A day that stands out, and why. */
  readonly mark?: { readonly day: string; readonly text: string } | undefined;
  /** Above the chart. */
  readonly children?: ReactNode;
}

/** Figures of the board day by day; a day that is pressed becomes the time of the whole dashboard. */
export function HealthTimes(props: Props) {
  const { title, note, lines, unit, span = 6, kind = "line", isZoomed, height = 240, children } = props;
  const { targets, mark } = props;
  const { period, until, isOpen, change } = useGame();
  const query = useHealth();
  const data = useMemo((): TimesData | undefined => {
    if (query.data === undefined) return undefined;
    const begins = bucketsOf(period.from, until, "day");
    const at = mark === undefined ? -1 : begins.indexOf(Date.parse(`${mark.day}T00:00:00Z`));
    const marks: TimesMark[] =
      at < 0 || mark === undefined ? [] : [{ index: at, series: 0, text: mark.text }];
    const { days } = query.data;
    const series = lines.map(({ name, of }) => ({ name, values: healthSeries(days, begins, of) }));
    return {
      begins,
      grain: "day",
      unit,
      isOpen,
      series,
      marks,
      ...(targets === undefined ? {} : { targets }),
    };
  }, [query.data, period, until, isOpen, lines, unit, targets, mark]);
  const open = (key: string) => {
    const day = new Date(Number(key)).toISOString().slice(0, 10);
    change({ from: day, to: day, range: undefined });
  };
  const shared = { name: title, cursor: "leaderboards", height, onPick: open };
  return (
    <Panel title={title} note={note} span={span} height={height} state={query}>
      {children}
      {data === undefined ? null : kind === "columns" ? (
        <ColumnChart {...shared} data={data} />
      ) : (
        <LineChart {...shared} data={data} isZoomed={isZoomed ?? false} />
      )}
    </Panel>
  );
}
