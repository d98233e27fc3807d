import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ColumnChart } from "@/kit/charts/ColumnChart";
import { LineChart } from "@/kit/charts/LineChart";
import type { TimesData } from "@/kit/charts/TimesData";
import { nextBucket } from "@/kit/charts/times";
import type { Unit, Value } from "@/kit/charts/unit";
import { Panel } from "@/kit/dashboard/Panel";
import { daysOf } from "@/kit/dashboard/range";
import { type Engagement, engagementQuery } from "../crowdQueries";
import { useGame } from "../useGame";
import { course } from "./engagement";

interface Line {
  readonly name: string;
  readonly of: (day: Engagement["days"][number]) => Value;
}

interface Props {
  readonly title: string;
  readonly note: string;
  /** Outside of the component: they say what is drawn. */
  readonly lines: readonly Line[];
  readonly unit: Unit;
  readonly span?: 4 | 6 | 8 | 12;
  readonly isStacked?: boolean;
}

/** Players day by day; a day that is pressed becomes the time of the whole dashboard. */
export function DaysPanel({ title, note, lines, unit, span = 6, isStacked = false }: Props) {
  const { period, before, isOpen, change } = useGame();
  const now = useQuery(engagementQuery(period));
  const then = useQuery(engagementQuery(lines.length === 1 ? before : undefined));
  const data = useMemo((): TimesData => {
    const { begins } = course(now.data, () => undefined);
    const former =
      before === undefined || lines[0] === undefined ? undefined : course(then.data, lines[0].of);
    return {
      begins,
      grain: "day",
      unit,
      isOpen,
      series: [
        ...lines.map(({ name, of }) => ({ name, values: course(now.data, of).values })),
        ...(lines.length > 1 || former === undefined
          ? []
          : [{ name: "Before", values: former.values.slice(0, begins.length), isPrevious: true }]),
      ],
    };
  }, [now.data, then.data, before, lines, unit, isOpen]);
  const shared = {
    name: title,
    cursor: "players",
    data,
    onPick: (key: string) => {
      const from = Number(key);
      change({ ...daysOf({ from, to: nextBucket(from, "day") }), range: undefined });
    },
  };
  return (
    <Panel title={title} note={note} span={span} state={now}>
      {isStacked ? <ColumnChart {...shared} isStacked /> : <LineChart {...shared} />}
    </Panel>
  );
}
