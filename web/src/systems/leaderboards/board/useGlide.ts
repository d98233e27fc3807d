import { useReducedMotion } from "@mantine/hooks";
import { type RefObject, useLayoutEffect, useRef } from "react";

const glideMs = 200;
/** From further away it would fly: then it comes from the edge of that. */
const mostRows = 12;

/**
 * Lets a row glide from the place it had to the one it has: by its transform only, which the browser moves without
 * laying anything out.
 * @param top Where it is drawn.
 * @param ahead What is taken off every row's place; when it changes the list was scrolled, and nothing moved.
 */
export function useGlide(
  row: RefObject<HTMLElement | null>,
  { top, ahead, height }: { readonly top: number; readonly ahead: number; readonly height: number },
): void {
  const isCalm = useReducedMotion();
  const before = useRef({ top, ahead });
  useLayoutEffect(() => {
    const was = before.current;
    before.current = { top, ahead };
    if (isCalm || was.ahead !== ahead || was.top === top) return;
    const far = mostRows * height;
    const from = top + Math.max(-far, Math.min(far, was.top - top));
    row.current?.animate([{ transform: `translateY(${from}px)` }, { transform: `translateY(${top}px)` }], {
      duration: glideMs,
      easing: "ease-out",
    });
  }, [row, top, ahead, height, isCalm]);
}
