import { useMemo } from "react";
import { formatExact, formatPercent } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { rowsOf } from "@/kit/list/Rows";
import { VirtualTable } from "@/kit/list/VirtualTable";
import { Money } from "@/kit/Money";
import styles from "./Sales.module.css";
import { cancelledShare } from "./sales";
import type { SalesRow } from "./salesQueries";

interface Props {
  readonly title: string;
  /** What the first column is. */
  readonly first: string;
  readonly rows: readonly SalesRow[];
}

/** Sales of films or theaters, the best-selling first. */
export function SalesTable({ title, first, rows }: Props) {
  const columns = useMemo(
    (): readonly Column<SalesRow>[] => [
      { id: "name", header: first, width: "minmax(104px, 2fr)", cell: (row) => row.name ?? `Id ${row.key}` },
      {
        id: "revenue",
        header: "Revenue",
        width: "96px",
        align: "end",
        cell: (row) => <Money cents={row.revenueCents} />,
      },
      { id: "seats", header: "Places", width: "64px", align: "end", cell: (row) => formatExact(row.seats) },
      {
        id: "bookings",
        header: "Bookings",
        width: "72px",
        align: "end",
        from: 460,
        cell: (row) => formatExact(row.bookings),
      },
      {
        id: "cancelled",
        header: "Cancelled",
        width: "72px",
        align: "end",
        from: 540,
        cell: (row) => formatPercent(cancelledShare(row)),
      },
    ],
    [first],
  );
  return (
    <section className={styles.panel} aria-label={title}>
      <h2>{title}</h2>
      <div className={styles.list}>
        <VirtualTable
          label={title}
          rows={rowsOf(rows)}
          rowKey={(row) => row.key}
          columns={columns}
          rowHeight={32}
        />
      </div>
    </section>
  );
}
