import { useMemo } from "react";
import type { TimesData } from "@/kit/charts/TimesData";
import { bucketsOf } from "@/kit/charts/times";
import type { Unit } from "@/kit/charts/unit";
import { courseOf } from "@/kit/dashboard/rollup";
import { bucketsIn } from "@/kit/dashboard/useTimeShown";
import type { Measure } from "./sales";
import { useInsight, useRollup } from "./useInsight";

interface Wish {
  readonly measure: Measure;
  readonly name: string;
  readonly unit: Unit;
}

/** A measure over the time shown, and over the one compared with, bucket beside bucket. */
export function useTimes({ measure, name, unit }: Wish) {
  const insight = useInsight();
  const { period, before, where, source } = insight;
  const column = source?.columns[measure];
  const asked =
    source === undefined || column === undefined
      ? undefined
      : { rollup: source.rollup, grain: insight.grain, where, measures: [column] };
  const now = useRollup(asked && { ...asked, period });
  const then = useRollup(asked && before && { ...asked, period: before });
  const data = useMemo((): TimesData | undefined => {
    if (now.data === undefined || column === undefined) return undefined;
    const { grain, begins } = bucketsIn(now.data, insight);
    const formerly = before && bucketsOf(before.from, before.to, grain).slice(0, begins.length);
    const previous = then.data && formerly && courseOf(then.data, column, formerly);
    return {
      begins,
      grain,
      unit,
      isOpen: insight.isOpen,
      series: [
        { name, values: courseOf(now.data, column, begins) },
        ...(previous === undefined ? [] : [{ name: "Before", values: previous, isPrevious: true }]),
      ],
    };
  }, [now.data, then.data, insight, before, column, name, unit]);
  return { query: now, data, isKnown: column !== undefined };
}
