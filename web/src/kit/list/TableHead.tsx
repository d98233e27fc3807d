import { UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { Column } from "./Column";
import type { Sort } from "./VirtualTable";
import styles from "./VirtualTable.module.css";

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

/** The head of a table; pressing a sortable column sorts by it, and again the other way. */
export function TableHead<Row>({ columns, template, sort, onSort }: Props<Row>) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template }}>
        {columns.map((column) => {
          const by = onSort === undefined ? undefined : column.sort;
          const isSorted = by !== undefined && sort?.by === by;
          const Arrow = sort?.order === "desc" ? IconArrowDown : IconArrowUp;
          return (
            <div
              key={column.id}
              role="columnheader"
              className={styles.cell}
              data-align={column.align}
              aria-sort={isSorted ? (sort?.order === "desc" ? "descending" : "ascending") : undefined}
            >
              {by === undefined ? (
                column.header
              ) : (
                <UnstyledButton
                  className={styles.sort}
                  onClick={() => onSort?.({ by, order: isSorted && sort?.order === "asc" ? "desc" : "asc" })}
                >
                  {column.header}
                  {isSorted ? <Arrow size={14} aria-hidden /> : null}
                </UnstyledButton>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
