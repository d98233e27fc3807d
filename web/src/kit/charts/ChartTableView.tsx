import { useMemo } from "react";
import type { Column } from "../list/Column";
import { rowsOf } from "../list/Rows";
import { VirtualTable } from "../list/VirtualTable";
import type { ChartRow, ChartTable } from "./Picture";

interface Props {
  readonly name: string;
  readonly table: ChartTable;
  readonly onPick?: ((key: string) => void) | undefined;
}

interface Line extends ChartRow {
  readonly index: number;
}

/** The exact numbers of a chart; rows open what they stand for, where the chart does. */
export function ChartTableView({ name, table, onPick }: Props) {
  const columns = useMemo(
    () =>
      table.columns.map(
        ({ label, align }, index): Column<Line> => ({
          id: String(index),
          header: label,
          width: index === 0 ? "minmax(120px, 2fr)" : "minmax(72px, 1fr)",
          cell: (row) => row.cells[index],
          ...(align === undefined ? {} : { align }),
        }),
      ),
    [table],
  );
  const rows = useMemo(() => rowsOf(table.rows.map((row, index): Line => ({ ...row, index }))), [table]);
  const canPick = onPick !== undefined && table.rows.some((row) => row.key !== undefined);
  return (
    <VirtualTable
      label={`${name}, the numbers`}
      rows={rows}
      rowKey={(row) => String(row.index)}
      columns={columns}
      rowHeight={32}
      {...(canPick ? { onOpen: (row: Line) => row.key !== undefined && onPick(row.key) } : {})}
    />
  );
}
