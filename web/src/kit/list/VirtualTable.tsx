import { useElementSize, useMediaQuery, useMergedRef } from "@mantine/hooks";
import { useElementScrollRestoration } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Column } from "./Column";
import type { Rows } from "./Rows";
import { TableHead } from "./TableHead";
import { TableRow } from "./TableRow";
import { layoutOf } from "./tableLayout";
import { useRowEvents } from "./useRowEvents";
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
  /** Told the row somebody rests on, so that what comes next can be read ahead. */
  readonly onPoint?: (row: Row) => void;
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
  /** Keeps the place in the list, under this name, for whoever comes back to the page. */
  readonly name?: string;
  /** What the list is of (filters and sort, as text): when that changes it begins at its top again. */
  readonly of?: string;
  /** Whether the columns have a head; cards have none. */
  readonly hasHead?: boolean;
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
  const hasHead = props.hasHead !== false;
  const isPhone = useMediaQuery("(max-width: 760px)", false, { getInitialValueInEffect: false }) && hasHead;
  const layout = useMemo(() => layoutOf(columns, size.width, isPhone), [columns, size.width, isPhone]);
  const { columns: shown, template } = layout;
  const before = useElementScrollRestoration({ id: props.name ?? label });
  const { isFitted = false } = props;
  const count = isLoading ? (isFitted ? 4 : 30) : rows.count;
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    initialRect: { width: 1024, height: 640 },
    initialOffset: props.name === undefined ? 0 : (before?.scrollY ?? 0),
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { onRange } = rows;
  useEffect(() => {
    if (!isLoading && count > 0) onRange?.(first, last);
  }, [first, last, count, isLoading, onRange]);

  const [current, setCurrent] = useState(0);
  const tabStop = items.some((item) => item.index === current) ? current : (virtual.range?.startIndex ?? 0);
  const { open, point } = useRowEvents(props.onOpen, props.onPoint);
  useTopOf(scroller, props.of);

  // The row that is to take the focus may not exist yet, or wait for its data: it gets it as soon as it can.
  const goal = useRef<number>(undefined);
  const reachGoal = () => {
    if (goal.current === undefined) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${goal.current}"][tabindex]`);
    if (row == null) return;
    goal.current = undefined;
    row.focus({ preventScroll: true });
  };
  useEffect(reachGoal);

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>("[data-index]");
    const to = row === null ? undefined : target(event.key, Number(row.dataset.index), count);
    if (to === undefined || event.target !== row) return;
    event.preventDefault();
    virtual.scrollToIndex(to);
    goal.current = to;
    requestAnimationFrame(reachGoal);
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
      data-wide={layout.width !== undefined || undefined}
      style={{
        ...(isFitted ? { height: headHeight + Math.max(count, 1) * rowHeight } : {}),
        ...(layout.width === undefined ? {} : { "--row-width": `${layout.width}px` }),
      }}
      data-scroll-restoration-id={props.name}
      // Rows that open take the focus themselves; a table to read only is scrolled by keys.
      tabIndex={props.onOpen === undefined ? 0 : undefined}
      onKeyDown={move}
      onFocus={(event) => {
        const index = (event.target as HTMLElement).closest<HTMLElement>("[data-index]")?.dataset.index;
        if (index === undefined) return;
        goal.current = undefined;
        setCurrent(Number(index));
      }}
    >
      {hasHead ? (
        <TableHead columns={shown} template={template} sort={props.sort} onSort={props.onSort} />
      ) : null}
      {count === 0 ? <div className={styles.empty}>{empty}</div> : null}
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = isLoading ? undefined : rows.at(item.index);
          const key = row === undefined ? undefined : rowKey(row);
          return (
            <TableRow
              // By place, not by row: pages read at different moments may hold the same row twice.
              key={item.index}
              row={row}
              index={item.index}
              top={item.start}
              height={rowHeight}
              columns={shown}
              template={template}
              isOpen={key !== undefined && key === props.openKey}
              isTabStop={item.index === tabStop}
              onOpen={open}
              onPoint={point}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Goes to the top when the list becomes another one, but not when it is first shown. */
function useTopOf(scroller: RefObject<HTMLElement | null>, of: string | undefined) {
  const shown = useRef(of);
  useEffect(() => {
    if (shown.current === of) return;
    shown.current = of;
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller, of]);
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
