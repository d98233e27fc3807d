import type { ReactNode } from "react";
import type { Size } from "./camera";
import type { Point } from "./geometry";
import styles from "./SeatTooltip.module.css";

interface Props {
  readonly at: Point;
  readonly window: Size;
  readonly children: ReactNode;
}

/** What is under the pointer, beside it and always within the map. */
export function SeatTooltip({ at, window, children }: Props) {
  const isRight = at.x > window.width - 220;
  const isLow = at.y > window.height - 120;
  const x = `${Math.round(at.x + (isRight ? -14 : 14))}px`;
  const y = `${Math.round(at.y + (isLow ? -14 : 18))}px`;
  const shift = `translate(${isRight ? "-100%" : "0"}, ${isLow ? "-100%" : "0"})`;
  return (
    <div className={styles.tooltip} style={{ transform: `translate(${x}, ${y}) ${shift}` }} aria-hidden>
      {children}
    </div>
  );
}
