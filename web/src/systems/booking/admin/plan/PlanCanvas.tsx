import { VisuallyHidden } from "@mantine/core";
import { type RefObject, useId } from "react";
import { defaultFocal, type PlanLayout } from "./geometry";
import styles from "./Plan.module.css";
import { PlanDrawing } from "./PlanDrawing";
import type { Plan } from "./plan";
import { describeSeat, seatNames } from "./seatNames";
import { usePlanKeys } from "./usePlanKeys";
import { usePlanPointer } from "./usePlanPointer";
import type { Edit, PlanTools } from "./usePlanTools";

interface Props {
  readonly plan: Plan;
  readonly layout: PlanLayout;
  readonly zoom: number;
  readonly tools: PlanTools;
  readonly edit: Edit;
  readonly faultyRows: ReadonlySet<number>;
  /** The box the drawing scrolls in, for whoever fits the drawing into it. */
  readonly box: RefObject<HTMLDivElement | null>;
}

/** The plan to work on: with the pointer, or with the keys while it has the focus. */
export function PlanCanvas({ plan, layout, zoom, tools, edit, faultyRows, box }: Props) {
  const help = useId();
  const { marquee, handlers } = usePlanPointer(layout, zoom, tools, edit);
  const press = usePlanKeys(plan, layout, tools, edit);
  const { cursorId, selection } = tools;
  const said = [
    cursorId === undefined ? "" : describeSeat(plan, cursorId),
    selection.size === 0 ? "" : `${selection.size} chosen: ${seatNames(plan, selection, 3)}`,
  ];
  return (
    <div
      ref={box}
      className={styles.canvas}
      data-tool={tools.tool}
      role="application"
      aria-label="Seat plan"
      aria-describedby={help}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing is worked on with the keys
      tabIndex={0}
      onKeyDown={press}
      {...handlers}
    >
      <PlanDrawing
        plan={plan}
        layout={layout}
        zoom={zoom}
        selection={selection}
        cursor={tools.cursor}
        focal={plan.focal ?? defaultFocal(plan, layout)}
        isFocalOwn={plan.focal !== undefined}
        faultyRows={faultyRows}
        marquee={marquee}
      />
      <VisuallyHidden id={help}>
        Arrows move among the seats, with Shift they choose, Space uses the tool, Delete removes. Alt and
        arrows move rows. The lists beside the plan do the same.
      </VisuallyHidden>
      <VisuallyHidden aria-live="polite">{said.filter((part) => part !== "").join(". ")}</VisuallyHidden>
    </div>
  );
}
