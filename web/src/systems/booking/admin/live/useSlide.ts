import { useReducedMotion } from "@mantine/hooks";
import { type RefObject, useLayoutEffect, useRef } from "react";

const slideMs = 200;
/** Further ones would fly, not slide. */
const mostRows = 6;

/**
 * Lets the rows of a table slide down when others come in above them: those that were there move from where they stood,
 * the new ones come out from below the head.
 * @param first What the first row is: the higher, the newer.
 * @param count How many rows came in above with it.
 */
export function useSlide(
  body: RefObject<HTMLTableSectionElement | null>,
  first: number,
  count: number,
): void {
  const isCalm = useReducedMotion();
  const before = useRef(first);
  useLayoutEffect(() => {
    const hasNew = first > before.current && before.current > 0;
    before.current = first;
    const row = body.current?.rows[0];
    if (!hasNew || isCalm || row === undefined) return;
    const distance = Math.min(count, mostRows) * row.offsetHeight;
    body.current?.animate([{ transform: `translateY(-${distance}px)` }, { transform: "none" }], {
      duration: slideMs,
      easing: "ease-out",
    });
  }, [body, first, count, isCalm]);
}
