import type { ECharts } from "echarts/core";
import { type RefObject, useEffect, useRef, useState } from "react";
import { loadECharts } from "./loadECharts";
import type { ChartOption } from "./option";
import type { ChartSpace, Picture } from "./Picture";

interface Wish {
  /** Undefined until the place is measured. */
  readonly option: ChartOption | undefined;
  readonly space: ChartSpace;
  /** Charts of the same name share one cursor. */
  readonly cursor: string | undefined;
  readonly keyAt: Picture["keyAt"];
  readonly onPick: ((key: string) => void) | undefined;
}

/** Draws the option into the box; says when it cannot be drawn, so that the numbers can be shown another way. */
export function useECharts(
  box: RefObject<HTMLDivElement | null>,
  wish: Wish,
): { readonly hasFailed: boolean } {
  const { option, space, cursor } = wish;
  const chart = useRef<ECharts>(undefined);
  const latest = useRef(wish);
  latest.current = wish;
  const [hasFailed, setFailed] = useState(false);
  const [isReady, setReady] = useState(false);
  const isMeasured = option !== undefined;

  useEffect(() => {
    if (!isMeasured) return;
    let isGone = false;
    loadECharts().then(
      (library) => {
        if (isGone || box.current === null) return;
        const made = library.init(box.current, null, { renderer: "canvas" });
        made.on("click", ({ seriesIndex = 0, dataIndex }) => {
          const { keyAt, onPick } = latest.current;
          const key = keyAt?.({ series: seriesIndex, index: dataIndex });
          if (key !== undefined) onPick?.(key);
        });
        chart.current = made;
        setReady(true);
      },
      () => setFailed(true),
    );
    return () => {
      isGone = true;
      chart.current?.dispose();
      chart.current = undefined;
      setReady(false);
    };
  }, [box, isMeasured]);

  useEffect(() => {
    if (!isReady || cursor === undefined || chart.current === undefined) return;
    chart.current.group = cursor;
    void loadECharts().then((library) => library.connect(cursor));
  }, [isReady, cursor]);

  useEffect(() => {
    if (!isReady || option === undefined) return;
    chart.current?.resize({ width: space.width, height: space.height });
    // What a former option had and this one has not goes; what both have moves to its new place.
    chart.current?.setOption(option, { replaceMerge: ["series", "xAxis", "yAxis", "grid", "visualMap"] });
  }, [isReady, option, space]);

  return { hasFailed };
}
