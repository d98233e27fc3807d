import { useComputedColorScheme } from "@mantine/core";
import { useEffect, useRef } from "react";
import { drawSeat } from "./drawSeat";
import type { SeatKind } from "./House";
import { inksOf } from "./inks";
import type { SeatLook } from "./SeatLook";

interface Props {
  readonly zone?: number;
  readonly look?: SeatLook;
  readonly kind?: SeatKind;
  readonly size?: number;
}

/** One seat as the map draws it, for legends and lists. */
export function SeatSwatch({ zone = 0, look = "free", kind = "standard", size = 20 }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useComputedColorScheme("light");

  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme decides the colours that are read.
  useEffect(() => {
    const paper = canvas.current?.getContext("2d");
    if (canvas.current === null || paper == null) return;
    const density = devicePixelRatio || 1;
    canvas.current.width = size * density;
    canvas.current.height = size * density;
    drawSeat(paper, size * density, zone, look, kind, inksOf(canvas.current));
  }, [zone, look, kind, size, scheme]);

  return <canvas ref={canvas} style={{ width: size, height: size, flex: "none" }} aria-hidden />;
}
