import { useComputedColorScheme } from "@mantine/core";
import { useReducedMotion } from "@mantine/hooks";
import { createContext, useContext, useMemo } from "react";
import { fromOklch, toHex } from "@/app/theme/contrast";
import { dark, light, type Palette, series } from "@/app/theme/palette";

/** Colours and motion of everything drawn on a canvas, where CSS variables are not to be had. */
export interface ChartLook {
  readonly palette: Palette;
  /** The colour of a chart's only series: the system's own. */
  readonly only: string;
  /** Eight that colour-blind eyes tell apart. */
  readonly series: readonly string[];
  readonly isDark: boolean;
  readonly isStill: boolean;
}

export const chartFont = '"Inter Variable", "Inter Fallback", system-ui, sans-serif';

/** The hue of the system whose charts stand below. */
export const ChartHue = createContext<number | undefined>(undefined);

export function lookOf(scheme: "light" | "dark", hue?: number, isStill = false): ChartLook {
  const palette = scheme === "dark" ? dark : light;
  const colors = series[scheme];
  const only =
    hue === undefined ? colors[0] : toHex(fromOklch(palette.hue.lightness, palette.hue.chroma, hue));
  return { palette, only, series: colors, isDark: scheme === "dark", isStill };
}

/** The look of now: changes with the theme. */
export function useLook(): ChartLook {
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const isStill = useReducedMotion(false, { getInitialValueInEffect: false });
  const hue = useContext(ChartHue);
  return useMemo(() => lookOf(scheme, hue, isStill), [scheme, hue, isStill]);
}

/** The colour of a series among so many. */
export function colorOf(look: ChartLook, index: number, of: number): string {
  return of === 1 ? look.only : (look.series[index % look.series.length] as string);
}
