import { useElementSize, useMergedRef } from "@mantine/hooks";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import type { Column } from "./Column";
import type { Rows } from "./Rows";
import { TableHead } from "./TableHead";
import { TableRow } from "./TableRow";
import styles from "./VirtualTable.module.css";

export interface Sort {
  readonly by: string;
  readonly order: "asc" | "desc";
}

interface Props<Row> {
  /** Names the table for screen readers. */
  readonly label: string;
  readonly rows: Rows<Row>;
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly sort?: Sort | undefined;
  readonly onSort?: (sort: Sort) => void;
  /** Makes rows open: by a click, or Enter on the focused row. */
  readonly onOpen?: (row: Row) => void;
  /** The row whose panel is open. */
  readonly openKey?: string | undefined;
  /** 32 for operators' tables, more where customers look. */
  readonly rowHeight?: number;
  /** As high as its rows instead of filling its place: for short tables among others. */
  readonly isFitted?: boolean;
  /** Whether the rows are those of the filters before. */
  readonly isStale?: boolean;
  /** Whether nothing is there yet: skeleton rows of the final size. */
  readonly isLoading?: boolean;
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode;
}

/** The head's row and the three hairlines around it and the body. */
const headHeight = 39;

/** A table of any length: only the rows in view exist. Up, Down, Home, End move among the rows. */
export function VirtualTable<Row>(props: Props<Row>) {
  const { label, rows, rowKey, columns, rowHeight = 40, isStale = false, isLoading = false, empty } = props;
  const size = useElementSize();
  const scroller = useRef<HTMLDivElement>(null);
  const ref = useMergedRef(scroller, size.ref);
  const shown = columns.filter(
    (column) => column.from === undefined || size.width >= column.from || size.width === 0,
  );
  const template = shown.map((column) => column.width).join(" ");
  const { isFitted = false } = props;
  const count = isLoading ? (isFitted ? 4 : 30) : rows.count;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 1024, height: 640 },
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { onRange } = rows;
  useEffect(() => {
    if (!isLoading && count > 0) onRange?.(first, last);
  }, [first, last, count, isLoading, onRange]);

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-index]");
    const to = row === null ? undefined : target(event.key, Number(row.dataset.index), count);
    if (to === undefined || event.target !== row) return;
    event.preventDefault();
    virtual.scrollToIndex(to);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus(),
    );
  };

  return (
    <div
      ref={ref}
      className={styles.scroller}
      role="table"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-busy={isLoading || isStale}
      data-stale={isStale || undefined}
      data-fitted={isFitted || undefined}
      style={isFitted ? { height: headHeight + Math.max(count, 1) * rowHeight } : undefined}
      onKeyDown={move}
    >
      <TableHead columns={shown} template={template} sort={props.sort} onSort={props.onSort} />
      {count === 0 ? <div className={styles.empty}>{empty}</div> : null}
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = isLoading ? undefined : rows.at(item.index);
          const key = row === undefined ? undefined : rowKey(row);
          return (
            <TableRow
              key={key ?? `#${item.index}`}
              row={row}
              index={item.index}
              top={item.start}
              height={rowHeight}
              columns={shown}
              template={template}
              isOpen={key !== undefined && key === props.openKey}
              onOpen={props.onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}

function target(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return Math.min(count - 1, index + 1);
    case "ArrowUp":
      return Math.max(0, index - 1);
    case "PageDown":
      return Math.min(count - 1, index + 10);
    case "PageUp":
      return Math.max(0, index - 10);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
