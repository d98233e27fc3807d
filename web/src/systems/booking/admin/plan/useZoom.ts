import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { drawingSize } from "./canvasGeometry";
import type { PlanLayout } from "./geometry";

const least = 0.3;
const most = 2.5;

/** How large the drawing is shown. It begins so that the whole plan fits. */
export function useZoom(box: RefObject<HTMLDivElement | null>, layout: PlanLayout, areas: number) {
  const [zoom, setZoom] = useState(1);
  const wanted = useRef({ layout, areas });
  wanted.current = { layout, areas };
  const change = useCallback((to: number) => setZoom(Math.min(most, Math.max(least, to))), []);

  const fit = useCallback(() => {
    if (box.current === null) return;
    const { width, height } = drawingSize(wanted.current.layout, wanted.current.areas);
    const { clientWidth, clientHeight } = box.current;
    change(Math.min(1.5, clientWidth / width, clientHeight / height));
  }, [box, change]);
  useEffect(fit, [fit]);

  // React listens to the wheel passively; keeping the page from zooming needs a listener that is not.
  useEffect(() => {
    const element = box.current;
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      setZoom((now) => Math.min(most, Math.max(least, now * (event.deltaY < 0 ? 1.1 : 1 / 1.1))));
    };
    element?.addEventListener("wheel", turn, { passive: false });
    return () => element?.removeEventListener("wheel", turn);
  }, [box]);

  return { zoom, setZoom: change, fit };
}
