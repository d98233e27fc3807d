import { useElementSize } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { formatDuration, formatTimeOfDay } from "../format";
import styles from "./Chart.module.css";
import { ChartFrame } from "./ChartFrame";
import { drawLive } from "./drawLive";
import type { LiveSeries } from "./LiveSeries";
import { useLook } from "./look";
import { compact, exact, type Unit } from "./unit";

interface Props {
  readonly name: string;
  readonly series: LiveSeries;
  readonly unit: Unit;
  /** How much of the past is shown. */
  readonly windowMs?: number;
  readonly height?: number;
}

/** At most so often, however quickly values come. */
const paintMs = 250;
/** How often the table and the words behind it follow. */
const tellMs = 5000;

/** A line that moves on by itself: painted by hand on a small canvas, so that many of them cost little. */
export function LiveLine({ name, series, unit, windowMs = 60_000, height = 120 }: Props) {
  const points = useTold(series);
  const newest = points.at(-1);
  const span = `The last ${formatDuration(windowMs)}`;
  const summary = newest === undefined ? "Nothing yet." : `${span}, now ${exact(newest.value, unit)}.`;
  const table = {
    columns: [{ label: "Time" }, { label: name, align: "end" as const }],
    rows: points
      .toReversed()
      .map(({ at, value }) => ({ cells: [formatTimeOfDay(new Date(at)), exact(value, unit)] })),
  };
  return (
    <ChartFrame name={name} table={table} height={height} isEmpty={false}>
      <Paper label={`${name}. ${summary}`} series={series} unit={unit} windowMs={windowMs} />
    </ChartFrame>
  );
}

function useTold(series: LiveSeries) {
  const [points, setPoints] = useState(() => series.points());
  useEffect(() => {
    const timer = setInterval(() => setPoints(series.points()), tellMs);
    return () => clearInterval(timer);
  }, [series]);
  return points;
}

interface PaperProps extends Pick<Props, "series" | "unit"> {
  readonly label: string;
  readonly windowMs: number;
}

function Paper({ label, series, unit, windowMs }: PaperProps) {
  const look = useLook();
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (context == null || canvas.current === null || width === 0) return;
    const ratio = devicePixelRatio;
    canvas.current.width = width * ratio;
    canvas.current.height = height * ratio;
    const say = (value: number) => compact(value, unit);
    const paint = () => {
      if (document.visibilityState === "hidden") return;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      drawLive(context, series, { look, width, height, now: Date.now(), windowMs, say });
    };
    paint();
    const timer = setInterval(() => requestAnimationFrame(paint), paintMs);
    return () => clearInterval(timer);
  }, [series, unit, windowMs, look, width, height]);
  return (
    <div ref={ref} className={styles.canvas}>
      <canvas ref={canvas} className={styles.live} role="img" aria-label={label} />
    </div>
  );
}
