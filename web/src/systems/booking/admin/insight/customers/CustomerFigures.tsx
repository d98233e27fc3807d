import type { Value } from "@/kit/charts/unit";
import { BigNumber } from "@/kit/dashboard/BigNumber";
import { BigNumbers } from "@/kit/dashboard/BigNumbers";
import { totalOf } from "@/kit/dashboard/rollup";
import { useInsight, useRollup } from "../useInsight";
import { customersRollup, kinds, ofKind } from "./customers";

const [fresh, known] = kinds;

/** New and returning customers in big numbers. */
export function CustomerFigures() {
  const { period, beforeSoFar } = useInsight();
  const asked = { rollup: customersRollup, grain: "all", by: ["customer"] } as const;
  const now = useRollup({ ...asked, period });
  const then = useRollup(beforeSoFar && { ...asked, period: beforeSoFar });
  const read = (query: typeof now, kind: string, measure: string): Value =>
    query.data === undefined ? undefined : totalOf(ofKind(query.data, kind), measure);
  const figures = [
    { label: "New customers", kind: fresh.id, measure: "bookings", unit: "count" },
    { label: "Bookings by known ones", kind: known.id, measure: "bookings", unit: "count" },
    { label: "A first booking is worth", kind: fresh.id, measure: "average_booking", unit: "money" },
    { label: "A later one is worth", kind: known.id, measure: "average_booking", unit: "money" },
  ] as const;
  return (
    <BigNumbers label="Customers at a glance">
      {figures.map(({ label, kind, measure, unit }) => (
        <BigNumber
          key={label}
          label={label}
          unit={unit}
          value={read(now, kind, measure)}
          previous={beforeSoFar === undefined ? undefined : read(then, kind, measure)}
          isLoading={now.isPending}
        />
      ))}
      <BigNumber
        label="Share of known ones"
        unit="percent"
        value={shareOf(read(now, known.id, "bookings"), read(now, fresh.id, "bookings"))}
        previous={beforeSoFar && shareOf(read(then, known.id, "bookings"), read(then, fresh.id, "bookings"))}
        isLoading={now.isPending}
      />
    </BigNumbers>
  );
}

function shareOf(part: Value, rest: Value): Value {
  return part == null || rest == null || part + rest === 0 ? undefined : part / (part + rest);
}
