import { Skeleton } from "@mantine/core";
import { type KeyboardEvent, memo } from "react";
import type { Column } from "./Column";
import styles from "./VirtualTable.module.css";

interface Props<Row> {
  /** Undefined while it is on the way. */
  readonly row: Row | undefined;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly isOpen: boolean;
  /** Whether Tab stops at this row; one of the table's rows does. */
  readonly isTabStop: boolean;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly onPoint: ((row: Row | undefined) => void) | undefined;
}

function Row<Row>(props: Props<Row>) {
  const { row, index, top, height, columns, template, isOpen, isTabStop, onOpen, onPoint } = props;
  const canOpen = row !== undefined && onOpen !== undefined;
  const open = () => {
    if (canOpen) onOpen(row);
  };
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === "Enter" && event.target === event.currentTarget) open();
  };
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      className={styles.row}
      data-open={isOpen || undefined}
      data-can-open={canOpen || undefined}
      tabIndex={canOpen ? (isTabStop ? 0 : -1) : undefined}
      onPointerEnter={() => onPoint?.(row)}
      onPointerLeave={() => onPoint?.(undefined)}
      onFocus={() => onPoint?.(row)}
      onClick={(event) => {
        // A link or button inside does its own thing.
        if (!(event.target as HTMLElement).closest("a,button,input,label")) open();
      }}
      onKeyDown={press}
      style={{ gridTemplateColumns: template, height, transform: `translateY(${top}px)` }}
    >
      {columns.map((column) => (
        // A place and what comes into it are two things: one that grew would count as a shift of the layout.
        <div
          key={row === undefined ? `${column.id}-place` : column.id}
          role="cell"
          className={styles.cell}
          data-align={column.align}
        >
          {row === undefined ? <Skeleton height={12} width="70%" /> : column.cell(row)}
        </div>
      ))}
    </div>
  );
}

/** One row at its place; drawn anew only when something of its own changed, so that scrolling costs new rows only. */
export const TableRow = memo(Row) as typeof Row;
