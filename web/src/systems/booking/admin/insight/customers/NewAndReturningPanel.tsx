import { useMemo } from "react";
import { ColumnChart } from "@/kit/charts/ColumnChart";
import type { TimesData } from "@/kit/charts/TimesData";
import type { Unit } from "@/kit/charts/unit";
import { Panel } from "@/kit/dashboard/Panel";
import { courseOf, partialOf } from "@/kit/dashboard/rollup";
import { bucketsIn } from "@/kit/dashboard/useTimeShown";
import { useInsight, useRollup } from "../useInsight";
import { customersRollup, kinds, ofKind } from "./customers";

interface Props {
  readonly title: string;
  readonly measure: string;
  readonly unit: Unit;
}

/** First bookings and later ones over time, on top of each other. */
export function NewAndReturningPanel({ title, measure, unit }: Props) {
  const insight = useInsight();
  const { period } = insight;
  const query = useRollup({
    rollup: customersRollup,
    period,
    grain: insight.grain,
    by: ["customer"],
    measures: [measure],
  });
  const data = useMemo((): TimesData => {
    // Whether somebody is new is kept by the day, not by the hour.
    const { grain, begins } = bucketsIn(query.data, insight);
    return {
      begins,
      grain,
      unit,
      isOpen: insight.isOpen,
      series: kinds.map(({ id, name }) => ({
        name,
        values: query.data === undefined ? [] : courseOf(ofKind(query.data, id), measure, begins),
      })),
    };
  }, [query.data, insight, measure, unit]);
  return (
    <Panel title={title} state={query} partial={partialOf(query.data, period)}>
      <ColumnChart name={title} cursor="booking" isStacked data={data} />
    </Panel>
  );
}
