import { memo } from "react";
import { metrics, xOf } from "./canvasGeometry";
import styles from "./Plan.module.css";
import { idOf, numberOf, type PlanRow, seatsOf } from "./plan";

interface Props {
  readonly row: PlanRow;
  readonly indent: number;
  readonly xs: readonly number[];
  readonly y: number;
  readonly width: number;
  readonly selection: ReadonlySet<string>;
  /** The seat under the cursor. */
  readonly cursor: number | undefined;
  readonly hasFault: boolean;
  readonly hasNumbers: boolean;
}

/** One row of the drawing. */
export const PlanRowShape = memo(DrawnRow, isSame);

function DrawnRow({ row, xs, y, width, selection, cursor, hasFault, hasNumbers }: Props) {
  const side = metrics.seat / 2;
  const label = row.label === "" ? "?" : row.label;
  return (
    <g transform={`translate(0 ${y})`} data-fault={hasFault || undefined}>
      <text x={16} className={styles.label} textAnchor="start" dominantBaseline="central">
        {label}
      </text>
      {seatsOf(row).map((seat, i) => {
        const x = xOf(xs[i] ?? 0);
        const id = idOf(row.key, i);
        return (
          <g key={id} transform={`translate(${x} 0)`} data-zone={seat.zone % 6} className={styles.seat}>
            <rect
              x={-side}
              y={-side}
              width={metrics.seat}
              height={metrics.seat}
              rx={seat.kind === "standard" ? 5 : 9}
              data-kind={seat.kind}
              data-selected={selection.has(id) || undefined}
              data-cursor={cursor === i || undefined}
            />
            {seat.kind !== "standard" ? (
              <text className={styles.sign} textAnchor="middle" dominantBaseline="central">
                {seat.kind === "accessible" ? "♿\uFE0E" : "+1"}
              </text>
            ) : hasNumbers ? (
              <text className={styles.number} textAnchor="middle" dominantBaseline="central">
                {numberOf(row, i)}
              </text>
            ) : null}
          </g>
        );
      })}
      <text
        x={xOf(width) + side + 24}
        className={styles.label}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {label}
      </text>
    </g>
  );
}

/** A stroke changes a row or two of many: the others need not be drawn anew. */
function isSame(before: Props, after: Props): boolean {
  if (before.row !== after.row || before.indent !== after.indent || before.y !== after.y) return false;
  if (before.width !== after.width || before.cursor !== after.cursor) return false;
  if (before.hasFault !== after.hasFault || before.hasNumbers !== after.hasNumbers) return false;
  if (before.selection === after.selection) return true;
  return before.xs.every((_, i) => {
    const id = idOf(before.row.key, i);
    return before.selection.has(id) === after.selection.has(id);
  });
}
