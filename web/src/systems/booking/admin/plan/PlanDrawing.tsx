import { drawingSize, metrics, type Point, xOf, yOf } from "./canvasGeometry";
import type { PlanLayout } from "./geometry";
import styles from "./Plan.module.css";
import { PlanRowShape } from "./PlanRowShape";
import type { Plan, PlanFocal, SeatRef } from "./plan";

interface Props {
  readonly plan: Plan;
  readonly layout: PlanLayout;
  readonly zoom: number;
  readonly selection: ReadonlySet<string>;
  readonly cursor: SeatRef | undefined;
  readonly focal: PlanFocal | undefined;
  /** Whether the focal point was set by hand. */
  readonly isFocalOwn: boolean;
  readonly faultyRows: ReadonlySet<number>;
  readonly marquee: readonly [Point, Point] | undefined;
}

/** The plan as a drawing. What it says is said in words by the lists beside it. */
export function PlanDrawing(props: Props) {
  const { plan, layout, zoom, selection, cursor, focal, isFocalOwn, faultyRows, marquee } = props;
  const { width, height } = drawingSize(layout, plan.areas.length);
  const focalIndex = layout.rows.findIndex(({ row }) => row.key === focal?.row);
  const areasTop = metrics.head + layout.rows.length * metrics.rowPitch + 16;
  return (
    <svg
      width={width * zoom}
      height={height * zoom}
      viewBox={`0 0 ${width} ${height}`}
      className={styles.drawing}
      aria-hidden
    >
      <path d={`M ${width * 0.18} 34 Q ${width / 2} 14 ${width * 0.82} 34`} className={styles.screen} />
      <text x={width / 2} y={42} className={styles.screenLabel} textAnchor="middle">
        Screen
      </text>
      {layout.rows.map(({ row, indent, xs }, r) => (
        <PlanRowShape
          key={row.key}
          row={row}
          indent={indent}
          xs={xs}
          y={yOf(r)}
          width={layout.width}
          selection={selection}
          cursor={cursor?.row === row.key ? cursor.index : undefined}
          hasFault={faultyRows.has(r)}
          hasNumbers={zoom >= 0.75}
        />
      ))}
      {plan.areas.map((area, i) => (
        <g
          key={area.key}
          transform={`translate(${metrics.gutter} ${areasTop + i * (metrics.area + 8)})`}
          data-zone={area.zone % 6}
          className={styles.area}
        >
          <rect width={width - 2 * metrics.gutter} height={metrics.area} rx={8} />
          <text
            x={width / 2 - metrics.gutter}
            y={metrics.area / 2}
            textAnchor="middle"
            dominantBaseline="central"
          >
            {area.name}, {area.capacity.toLocaleString("en")} places
          </text>
        </g>
      ))}
      {focal === undefined || focalIndex < 0 ? null : (
        <g
          transform={`translate(${xOf(focal.halfSeats)} ${yOf(focalIndex)})`}
          className={styles.focal}
          data-own={isFocalOwn || undefined}
        >
          <circle r={14} />
          <path d="M -20 0 H -10 M 10 0 H 20 M 0 -20 V -10 M 0 10 V 20" />
        </g>
      )}
      {marquee === undefined ? null : (
        <rect
          className={styles.marquee}
          x={Math.min(marquee[0].x, marquee[1].x)}
          y={Math.min(marquee[0].y, marquee[1].y)}
          width={Math.abs(marquee[0].x - marquee[1].x)}
          height={Math.abs(marquee[0].y - marquee[1].y)}
        />
      )}
    </svg>
  );
}
