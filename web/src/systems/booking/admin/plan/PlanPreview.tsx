import { useMemo, useRef } from "react";
import { layOut } from "./geometry";
import styles from "./Plan.module.css";
import { PlanDrawing } from "./PlanDrawing";
import { type Plan, seatsOf } from "./plan";
import { useZoom } from "./useZoom";

interface Props {
  readonly plan: Plan;
}

const none: ReadonlySet<never> = new Set();

/** The plan as it is offered, with everything free. */
export function PlanPreview({ plan }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layOut(plan), [plan]);
  const { zoom } = useZoom(box, layout, plan.areas.length);
  const seats = plan.rows.flatMap(seatsOf);
  return (
    <div className={styles.preview}>
      <div ref={box} className={styles.canvas} data-tool="select">
        <PlanDrawing
          plan={plan}
          layout={layout}
          zoom={zoom}
          selection={none}
          cursor={undefined}
          focal={undefined}
          isFocalOwn={false}
          faultyRows={none}
          marquee={undefined}
        />
      </div>
      <ul className={styles.legend}>
        {plan.zones.map((zone, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a zone is its place in the list
          <li key={i}>
            <span className={styles.swatch} data-zone={i % 8} aria-hidden />
            {zone}, {seats.filter((seat) => seat.zone === i).length} seats
          </li>
        ))}
      </ul>
    </div>
  );
}
