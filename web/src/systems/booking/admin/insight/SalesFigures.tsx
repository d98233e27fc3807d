import type { Unit } from "@/kit/charts/unit";
import { BigNumber } from "@/kit/dashboard/BigNumber";
import { BigNumbers } from "@/kit/dashboard/BigNumbers";
import { courseOf, totalOf } from "@/kit/dashboard/rollup";
import type { Better } from "@/kit/dashboard/trend";
import { bucketsIn } from "@/kit/dashboard/useTimeShown";
import type { Measure } from "./sales";
import { useInsight, useRollup } from "./useInsight";

interface Figure {
  readonly label: string;
  readonly measure: Measure;
  readonly unit: Unit;
  readonly better?: Better;
}

const figures: readonly Figure[] = [
  { label: "Revenue", measure: "revenue", unit: "money" },
  { label: "Bookings", measure: "bookings", unit: "count" },
  { label: "Places sold", measure: "seats", unit: "count" },
  { label: "Average price", measure: "price", unit: "money", better: "neither" },
  { label: "Holds that were paid", measure: "conversion", unit: "percent" },
  { label: "Cancelled", measure: "cancelled", unit: "percent", better: "down" },
];

/** The time in big numbers, with their course and what they were before. */
export function SalesFigures() {
  const insight = useInsight();
  const { period, beforeSoFar, grain, where, source } = insight;
  const asked = source && { rollup: source.rollup, where };
  const total = useRollup(asked && { ...asked, period, grain: "all" });
  const former = useRollup(asked && beforeSoFar && { ...asked, period: beforeSoFar, grain: "all" });
  const course = useRollup(asked && { ...asked, period, grain });
  return (
    <BigNumbers label="Sales at a glance">
      {figures.map(({ label, measure, unit, better = "up" }) => {
        const column = source?.columns[measure] ?? "";
        return (
          <BigNumber
            key={label}
            label={label}
            unit={unit}
            better={better}
            value={totalOf(total.data, column)}
            previous={beforeSoFar === undefined ? undefined : totalOf(former.data, column)}
            course={
              course.data === undefined
                ? []
                : courseOf(course.data, column, bucketsIn(course.data, insight).begins)
            }
            isLoading={source !== undefined && total.isPending}
          />
        );
      })}
    </BigNumbers>
  );
}
