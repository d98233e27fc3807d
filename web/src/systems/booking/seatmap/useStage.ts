import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type Insets, noInsets } from "./camera";
import { SeatMapStage, type StageListener, type StageView } from "./SeatMapStage";

/** A stage on a canvas that fills its parent; undefined until both are there. */
export function useStage(
  canvas: RefObject<HTMLCanvasElement | null>,
  listener: StageListener,
  insets: Insets = noInsets,
): SeatMapStage | undefined {
  const [stage, setStage] = useState<SeatMapStage>();
  const latest = useRef(listener);
  latest.current = listener;
  const { top, right, bottom, left } = insets;

  useEffect(() => {
    if (canvas.current === null) return;
    const made = new SeatMapStage(canvas.current, {
      onHover: (hit, at) => latest.current.onHover(hit, at),
      onTap: (hit) => latest.current.onTap(hit),
      onBrush: (box, isDone) => latest.current.onBrush(box, isDone),
      isBrush: (event) => latest.current.isBrush(event),
    });
    setStage(made);
    // The colours change with the scheme, which the root element carries.
    const scheme = new MutationObserver(() => made.recolor());
    scheme.observe(document.documentElement, { attributeFilter: ["data-mantine-color-scheme"] });
    void document.fonts?.ready.then(() => made.recolor());
    return () => {
      scheme.disconnect();
      made.dispose();
    };
  }, [canvas]);

  useEffect(() => {
    const parent = canvas.current?.parentElement;
    if (stage === undefined || parent == null) return;
    const measure = () =>
      stage.resize({ width: parent.clientWidth, height: parent.clientHeight }, { top, right, bottom, left });
    measure();
    const size = new ResizeObserver(measure);
    size.observe(parent);
    return () => size.disconnect();
  }, [canvas, stage, top, right, bottom, left]);

  return stage;
}

/** Whether all of the house is in view; unlike the view itself it hardly ever changes. */
export function useIsWhole(stage: SeatMapStage | undefined): boolean {
  return useSyncExternalStore(stage?.subscribe ?? never, () => stage?.view.isWhole ?? true);
}

const noView: StageView = {
  camera: { scale: 1, x: 0, y: 0 },
  window: { width: 0, height: 0 },
  isWhole: true,
};
const never = () => () => {};

/** Where the stage looks; drawn anew as it moves. */
export function useStageView(stage: SeatMapStage | undefined): StageView {
  return useSyncExternalStore(stage?.subscribe ?? never, () => stage?.view ?? noView);
}
