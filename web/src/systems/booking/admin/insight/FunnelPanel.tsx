import { Funnel } from "@/kit/charts/Funnel";
import { Panel } from "@/kit/dashboard/Panel";
import { totalOf } from "@/kit/dashboard/rollup";
import { NotCounted } from "./NotCounted";
import { useInsight, useRollup } from "./useInsight";

/** From the hold to the seat somebody sits in. */
export function FunnelPanel() {
  const { period, where, source } = useInsight();
  const columns = source?.columns ?? {};
  const isKnown = source !== undefined && columns.reservations !== undefined;
  const query = useRollup(isKnown ? { rollup: source.rollup, period, grain: "all", where } : undefined);
  const bookings = totalOf(query.data, columns.bookings ?? "");
  const cancelled = totalOf(query.data, columns.cancellations ?? "");
  const kept = bookings == null || cancelled == null ? undefined : Math.max(0, bookings - cancelled);
  return (
    <Panel title="From hold to seat" span={4} height={260} {...(isKnown ? { state: query } : {})}>
      {isKnown ? (
        <Funnel
          name="From hold to seat"
          height={260}
          steps={[
            { name: "Held", value: totalOf(query.data, columns.reservations ?? "") },
            { name: "Paid", value: bookings },
            { name: "Kept", value: kept },
          ]}
        />
      ) : (
        <NotCounted />
      )}
    </Panel>
  );
}
