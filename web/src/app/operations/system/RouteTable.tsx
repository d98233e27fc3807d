import { IconRoute } from "@tabler/icons-react";
import { compact } from "@/kit/charts/unit";
import { EmptyState } from "@/kit/EmptyState";
import { formatDuration, formatExact } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import styles from "./System.module.css";
import type { System } from "./systemQuery";

type Route = System["http"]["routes"][number];

const columns: readonly Column<Route>[] = [
  { id: "method", header: "Method", width: "64px", from: 480, cell: (each) => each.method },
  {
    id: "route",
    header: "Endpoint",
    width: "minmax(160px, 3fr)",
    cell: (each) => <span title={`${each.method} ${each.route}`}>{each.route}</span>,
  },
  {
    id: "count",
    header: "Requests",
    width: "minmax(72px, 1fr)",
    align: "end",
    cell: (each) => <span title={formatExact(each.count)}>{compact(each.count, "count")}</span>,
  },
  {
    id: "p50",
    header: "Half within",
    width: "88px",
    align: "end",
    from: 620,
    cell: (each) => formatDuration(each.p50Ms),
  },
  {
    id: "p99",
    header: "99 % within",
    width: "88px",
    align: "end",
    cell: (each) => formatDuration(each.p99Ms),
  },
  {
    id: "refused",
    header: "Refused",
    width: "72px",
    align: "end",
    from: 620,
    cell: (each) => formatExact(each.refused),
  },
  {
    id: "failed",
    header: "Failed",
    width: "64px",
    align: "end",
    from: 480,
    cell: (each) => (
      <span data-meaning={each.failed > 0 ? "bad" : undefined}>{formatExact(each.failed)}</span>
    ),
  },
];

interface Props {
  readonly routes: readonly Route[];
}

/** The endpoints that are asked most. */
export function RouteTable({ routes }: Props) {
  return (
    <div className={styles.table} style={{ height: 320 }}>
      <VirtualTable
        label="Requests by endpoint"
        rows={rowsOf(routes)}
        rowKey={(each) => `${each.method} ${each.route}`}
        columns={columns}
        rowHeight={32}
        empty={<EmptyState icon={IconRoute} title="No requests yet" />}
      />
    </div>
  );
}
