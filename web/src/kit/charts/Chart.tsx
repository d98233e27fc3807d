import { useElementSize, useMergedRef } from "@mantine/hooks";
import { useContext, useMemo, useRef } from "react";
import styles from "./Chart.module.css";
import { ChartFrame } from "./ChartFrame";
import { ChartTableView } from "./ChartTableView";
import { Legend } from "./Legend";
import { useLook } from "./look";
import { PanelView } from "./PanelView";
import type { Picture } from "./Picture";
import { useECharts } from "./useECharts";

export interface ChartProps {
  /** What is shown, in words: the panel's title, too. */
  readonly name: string;
  /** In pixels. */
  readonly height?: number;
  /** Charts of the same name share one cursor: those with the same buckets of time. */
  readonly cursor?: string | undefined;
  /** Makes the chart lead on: told what was pressed. */
  readonly onPick?: ((key: string) => void) | undefined;
}

interface Props extends ChartProps {
  readonly picture: Picture;
}

/** A chart on a canvas, with its sentence for screen readers and its table. */
export function Chart({ name, picture, height = 240, cursor, onPick }: Props) {
  const view = useContext(PanelView);
  return (
    <ChartFrame name={name} table={picture.table} height={height} isEmpty={picture.isEmpty} onPick={onPick}>
      {/* Anew when it is opened large: its place is another one. */}
      <Drawing key={String(view?.isLarge)} name={name} picture={picture} cursor={cursor} onPick={onPick} />
    </ChartFrame>
  );
}

function Drawing({ name, picture, cursor, onPick }: Omit<Props, "height">) {
  const look = useLook();
  const box = useRef<HTMLDivElement>(null);
  const { ref: sizeRef, width, height } = useElementSize();
  const ref = useMergedRef(box, sizeRef);
  const space = useMemo(() => ({ width, height }), [width, height]);
  const isMeasured = width > 0 && height > 0;
  const option = useMemo(
    () => (isMeasured ? picture.option(look, space) : undefined),
    [picture, look, space, isMeasured],
  );
  const { hasFailed } = useECharts(box, { option, space, cursor, keyAt: picture.keyAt, onPick });
  const legend = useMemo(() => picture.legend?.(look, space) ?? [], [picture, look, space]);
  if (hasFailed) return <ChartTableView name={name} table={picture.table} onPick={onPick} />;
  return (
    <>
      <Legend entries={legend} />
      <div
        ref={ref}
        className={styles.canvas}
        role="img"
        aria-label={`${name}. ${picture.summary}`}
        data-picks={onPick === undefined ? undefined : true}
      />
    </>
  );
}
