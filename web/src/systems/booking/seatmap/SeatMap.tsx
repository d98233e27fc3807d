import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Insets } from "./camera";
import { type Box, type Hit, type Point, place, seatsWithin } from "./geometry";
import type { House, HouseSeat } from "./House";
import { Minimap } from "./Minimap";
import { neighbour, startSeat, stepOf } from "./neighbours";
import type { AreaFace } from "./Scene";
import type { SeatLook } from "./SeatLook";
import styles from "./SeatMap.module.css";
import { SeatTooltip } from "./SeatTooltip";
import { useIsWhole, useStage } from "./useStage";
import { ZoomControls } from "./ZoomControls";

export interface SeatMapProps {
  readonly house: House;
  /** What the map is called. */
  readonly label: string;
  readonly lookOf: (seat: HouseSeat) => SeatLook;
  /** A seat in words: row, number, zone, price, state. Read out as the keyboard moves. */
  readonly describe: (seat: HouseSeat) => string;
  /** A seat was pressed, by pointer or key. */
  readonly onSeat: (seat: HouseSeat) => void;
  readonly areas?: readonly AreaFace[];
  readonly onArea?: (index: number) => void;
  /** When given, dragging draws a selection (with Alt, or a second button, it still moves the map). */
  readonly onBrush?: (seats: readonly HouseSeat[]) => void;
  /** Seats that changed, with the moment (`performance.now()`) they did. */
  readonly flashes?: ReadonlyMap<number, number>;
  /** What floats over the map's edges. */
  readonly insets?: Insets;
  readonly hasScreen?: boolean;
  /** What hovers beside a seat or an area. */
  readonly tooltip?: (hit: Hit) => ReactNode;
  /** Seats to bring into view when they change. */
  readonly focusOn?: readonly number[];
  readonly children?: ReactNode;
}

const noFlashes: ReadonlyMap<number, number> = new Map();
const noAreas: readonly AreaFace[] = [];

/** A house on a canvas: zoom, pan, hover, press; arrow keys move a cursor from seat to seat, space presses it. */
export function SeatMap(props: SeatMapProps) {
  const { house, lookOf, areas = noAreas, flashes = noFlashes, insets, hasScreen = true, focusOn } = props;
  const ground = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const placement = useMemo(() => place(house), [house]);
  const [hover, setHover] = useState<{ readonly hit: Hit; readonly at: Point }>();
  const [brush, setBrush] = useState<Box>();
  const [cursorIndex, setCursor] = useState<number>();
  const [hasFocus, setFocus] = useState(false);
  const cursor = cursorIndex === undefined ? undefined : house.seats[cursorIndex];

  const press = (hit: Hit | undefined) => {
    if (hit?.kind === "seat") {
      setCursor(hit.seat.index);
      props.onSeat(hit.seat);
    } else if (hit?.kind === "area") props.onArea?.(hit.area.index);
  };
  const stage = useStage(
    canvas,
    {
      onHover: (hit, at) => setHover(hit === undefined || at === undefined ? undefined : { hit, at }),
      onTap: press,
      onBrush: (box, isDone) => {
        setBrush(isDone ? undefined : box);
        if (isDone) props.onBrush?.(seatsWithin(placement, box));
      },
      isBrush: (event) => props.onBrush !== undefined && !event.altKey && event.pointerType !== "touch",
    },
    insets,
  );
  const isWhole = useIsWhole(stage);

  useEffect(() => {
    stage?.show({
      placement,
      lookOf,
      areas,
      flashes,
      hovered: hover?.hit.kind === "seat" ? hover.hit.seat.index : undefined,
      hoveredArea: hover?.hit.kind === "area" ? hover.hit.area.index : undefined,
      cursor: hasFocus ? cursor?.index : undefined,
      brush,
      hasScreen,
    });
  }, [stage, placement, lookOf, areas, flashes, hover, hasFocus, cursor, brush, hasScreen]);

  useEffect(() => {
    if (stage === undefined || focusOn === undefined || focusOn.length === 0) return;
    stage.showBox(boxAround(focusOn.map((i) => ({ x: placement.xs[i] ?? 0, y: placement.ys[i] ?? 0 }))));
  }, [stage, focusOn, placement]);

  const moveTo = (seat: HouseSeat) => {
    setCursor(seat.index);
    stage?.reveal({ x: placement.xs[seat.index] ?? 0, y: placement.ys[seat.index] ?? 0 });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event.key, event.ctrlKey);
    const from = cursor ?? startSeat(placement, (seat) => lookOf(seat) === "free");
    if (step !== undefined && from !== undefined)
      moveTo(cursor === undefined ? from : neighbour(house, from, step));
    else if ((event.key === " " || event.key === "Enter") && cursor !== undefined) props.onSeat(cursor);
    else if (event.key === "+" || event.key === "=") stage?.zoomBy(1.4);
    else if (event.key === "-") stage?.zoomBy(1 / 1.4);
    else if (event.key === "0") stage?.fit();
    else return;
    event.preventDefault();
  };
  const onFocus = () => {
    // A pointer that puts the focus here needs no ring; Tab does.
    if (ground.current?.matches(":focus-visible") !== true) return;
    setFocus(true);
    if (cursor === undefined) setCursor(startSeat(placement, (seat) => lookOf(seat) === "free")?.index);
  };
  const isLarge = house.seats.length > 300;

  return (
    <div
      className={styles.map}
      data-pressable={isPressable(hover?.hit, lookOf) || undefined}
      data-zoomed={!isWhole || undefined}
    >
      <div
        ref={ground}
        className={styles.ground}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes the keyboard.
        tabIndex={0}
        role="application"
        aria-roledescription="seat map"
        aria-label={`${props.label}. Arrow keys move from seat to seat, space chooses, plus and minus zoom.`}
        onKeyDown={(event) => {
          setFocus(true);
          onKeyDown(event);
        }}
        onFocus={onFocus}
        onBlur={() => setFocus(false)}
      >
        <canvas ref={canvas} className={styles.canvas} aria-hidden />
      </div>
      <div className={styles.spoken} aria-live="polite">
        {hasFocus && cursor !== undefined ? props.describe(cursor) : null}
      </div>
      {hover === undefined || stage === undefined || props.tooltip === undefined ? null : (
        <SeatTooltip at={hover.at} window={stage.view.window}>
          {props.tooltip(hover.hit)}
        </SeatTooltip>
      )}
      {stage === undefined ? null : <ZoomControls stage={stage} isWhole={isWhole} />}
      {stage === undefined || isWhole || !isLarge ? null : (
        <Minimap stage={stage} placement={placement} lookOf={lookOf} />
      )}
      {props.children}
    </div>
  );
}

const dead: ReadonlySet<SeatLook> = new Set(["sold", "held", "blocked", "refused"]);

function isPressable(hit: Hit | undefined, lookOf: (seat: HouseSeat) => SeatLook): boolean {
  return hit !== undefined && (hit.kind === "area" || !dead.has(lookOf(hit.seat)));
}

function boxAround(points: readonly Point[]): Box {
  const [xs, ys] = [points.map((each) => each.x), points.map((each) => each.y)];
  const margin = 150;
  return {
    left: Math.min(...xs) - margin,
    right: Math.max(...xs) + margin,
    top: Math.min(...ys) - margin,
    bottom: Math.max(...ys) + margin,
  };
}
