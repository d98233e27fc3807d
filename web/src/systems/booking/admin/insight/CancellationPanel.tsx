import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { Leaderboard } from "@/kit/charts/Leaderboard";
import { Panel } from "@/kit/dashboard/Panel";
import { columnOf, nameOf, type RollupTable, totalOf } from "@/kit/dashboard/rollup";
import { formatExact, formatMoney } from "@/kit/format";
import styles from "./Insight.module.css";
import { NotCounted } from "./NotCounted";
import { useInsight, useRollup } from "./useInsight";
import { useParts } from "./useParts";

const kinds = { movie: "Film", theater: "Theater" } as const;

type Kind = keyof typeof kinds;

/** Below this many bookings a share says little. */
const fewest = 20;
const most = 25;

/** Where most is given back. */
export function CancellationPanel() {
  const [kind, setKind] = useState<Kind>("movie");
  const { change, source: known, period, where } = useInsight();
  const total = useRollup(known && { rollup: known.rollup, where, period, grain: "all" });
  const refunds = totalOf(total.data, known?.columns.refunds ?? "");
  const { query, source, columns } = useParts(kind, ["bookings", "cancelled"]);
  const [bookings = "", cancelled = ""] = columns;
  return (
    <Panel
      title="Cancelled"
      note={`${refunds == null ? "" : `${formatMoney(refunds)} given back. `}Of those with at least ${fewest} bookings`}
      height={320}
      {...(source === undefined ? {} : { state: query })}
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Cancelled by"
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          data={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        />
      }
    >
      {source === undefined ? (
        <NotCounted />
      ) : (
        <div className={styles.scroll}>
          <Leaderboard
            name={`Cancelled by ${kinds[kind].toLowerCase()}`}
            of={kinds[kind]}
            measure="Cancelled"
            second="Bookings"
            unit="percent"
            height={320}
            items={query.data === undefined ? [] : worstOf(query.data, bookings, cancelled)}
            onPick={(key) => change({ [kind]: key })}
          />
        </div>
      )}
    </Panel>
  );
}

function worstOf(table: RollupTable, bookings: string, cancelled: string) {
  const [count, share] = [columnOf(table, bookings), columnOf(table, cancelled)];
  return table.rows
    .filter(({ values }) => (values[count] ?? 0) >= fewest)
    .sort((a, b) => (b.values[share] ?? 0) - (a.values[share] ?? 0))
    .slice(0, most)
    .flatMap(({ keys: [key], values }) =>
      key === undefined
        ? []
        : [{ key: key.id, name: nameOf(key), value: values[share], second: formatExact(values[count]) }],
    );
}
