import { useMemo } from "react";
import { ColumnChart } from "@/kit/charts/ColumnChart";
import { LineChart } from "@/kit/charts/LineChart";
import type { TimesData } from "@/kit/charts/TimesData";
import { bucketsOf, nextBucket } from "@/kit/charts/times";
import type { Unit } from "@/kit/charts/unit";
import { Panel } from "@/kit/dashboard/Panel";
import { daysOf } from "@/kit/dashboard/range";
import { courseOf, partialOf } from "@/kit/dashboard/rollup";
import { bucketsIn } from "@/kit/dashboard/useTimeShown";
import { useGame, useRollup } from "./useGame";

interface Props {
  readonly title: string;
  readonly note?: string;
  readonly rollup: string;
  readonly measure: string;
  readonly unit: Unit;
  readonly span?: 4 | 6 | 8 | 12;
  readonly kind?: "line" | "columns";
  readonly isZoomed?: boolean;
  readonly height?: number;
}

/** A measure over time; a bucket that is pressed becomes the time of the whole dashboard. */
export function TimesPanel(props: Props) {
  const {
    title,
    note,
    rollup,
    measure,
    unit,
    span = 6,
    kind = "line",
    isZoomed = false,
    height = 240,
  } = props;
  const game = useGame();
  const { period, before, grain, where, change } = game;
  const asked = { rollup, grain, where, measures: [measure] };
  const now = useRollup({ ...asked, period });
  const then = useRollup(before && { ...asked, period: before });
  const data = useMemo((): TimesData | undefined => {
    if (now.data === undefined) return undefined;
    const { grain, begins } = bucketsIn(now.data, game);
    const formerly = before && bucketsOf(before.from, before.to, grain).slice(0, begins.length);
    const previous = then.data && formerly && courseOf(then.data, measure, formerly);
    return {
      begins,
      grain,
      unit,
      isOpen: game.isOpen,
      series: [
        { name: title, values: courseOf(now.data, measure, begins) },
        ...(previous === undefined ? [] : [{ name: "Before", values: previous, isPrevious: true }]),
      ],
    };
  }, [now.data, then.data, game, before, measure, title, unit]);
  const open = (key: string) => {
    const from = Number(key);
    if (data === undefined) return;
    change({ ...daysOf({ from, to: nextBucket(from, data.grain) }), range: undefined });
  };
  const shared = {
    name: title,
    cursor: "leaderboards",
    height,
    ...(data?.grain === "hour" ? {} : { onPick: open }),
  };
  return (
    <Panel
      title={title}
      note={note}
      span={span}
      height={height}
      state={now}
      partial={partialOf(now.data, period)}
    >
      {data === undefined ? null : kind === "columns" ? (
        <ColumnChart {...shared} data={data} />
      ) : (
        <LineChart {...shared} data={data} isZoomed={isZoomed} />
      )}
    </Panel>
  );
}
