import type { MantineColorsTuple } from "@mantine/core";

/**
 * Every colour of the app. Pages use the CSS variables made of it (`--surface-1`, `--text-dim`, `--good` …), never a
 * colour of their own. Dark is a design of its own: surfaces get lighter as they rise, and nothing is pure black.
 */
export interface Palette {
  /** The page itself, what lies on it, what lies on that, and what floats above all. */
  readonly surface: readonly [string, string, string, string];
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly textDim: string;
  readonly accent: string;
  readonly accentHover: string;
  readonly accentSoft: string;
  readonly accentSoftHover: string;
  readonly onAccent: string;
  readonly good: string;
  readonly goodSoft: string;
  readonly warning: string;
  readonly warningSoft: string;
  readonly bad: string;
  readonly badSoft: string;
  readonly info: string;
  readonly infoSoft: string;
  /** Gold, silver and bronze, and what is written on them. */
  readonly medals: readonly [string, string, string];
  readonly onMedal: string;
  /** Lightness and chroma of a system's hue on this scheme's surfaces. */
  readonly hue: { readonly lightness: number; readonly chroma: number };
}

export const light: Palette = {
  surface: ["#f7f8fa", "#ffffff", "#eff1f4", "#ffffff"],
  line: "#e1e4ea",
  lineStrong: "#c3c9d4",
  text: "#171a21",
  textDim: "#565d6b",
  accent: "#2f5bd0",
  accentHover: "#264db3",
  accentSoft: "#e6ecfb",
  accentSoftHover: "#d9e3fa",
  onAccent: "#ffffff",
  good: "#14713d",
  goodSoft: "#e0f3e7",
  warning: "#8a5300",
  warningSoft: "#fcefd6",
  bad: "#b3261e",
  badSoft: "#fde7e5",
  info: "#0b6285",
  infoSoft: "#def1f8",
  medals: ["#f0c33c", "#cbd2dc", "#dfa574"],
  onMedal: "#1f1a0d",
  hue: { lightness: 0.5, chroma: 0.13 },
};

export const dark: Palette = {
  surface: ["#14161a", "#1b1e24", "#23272f", "#2a2f38"],
  line: "#2d323c",
  lineStrong: "#454c5a",
  text: "#e8eaee",
  textDim: "#a0a8b6",
  accent: "#8fabf5",
  accentHover: "#a7bef8",
  accentSoft: "#25304d",
  accentSoftHover: "#2d3a5e",
  onAccent: "#10182e",
  good: "#6fce94",
  goodSoft: "#1b3527",
  warning: "#e9b45c",
  warningSoft: "#3a2e19",
  bad: "#f5918a",
  badSoft: "#412322",
  info: "#6fc3e3",
  infoSoft: "#17333f",
  medals: ["#e3b73f", "#b9c1cd", "#cf9464"],
  onMedal: "#1f1a0d",
  hue: { lightness: 0.76, chroma: 0.11 },
};

/** Eight colours for charts that stay apart for colour-blind eyes (Okabe and Ito, with the yellow made readable). */
export const series = {
  light: ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#2494d2", "#7a5195", "#5f6b7a"],
  dark: ["#56b4e9", "#e69f00", "#2fc79a", "#e39ac4", "#f0e442", "#8fb8ff", "#c3a3e8", "#a0a8b6"],
} as const;

/** The accent in ten steps, for the component kit. */
export const accentSteps: MantineColorsTuple = [
  "#eef2fd",
  "#dbe4fa",
  "#b9cbf5",
  "#8fabf5",
  "#6488e8",
  "#456fdd",
  "#2f5bd0",
  "#264db3",
  "#203f91",
  "#1b3373",
];

/** Dark surfaces and texts, lightest first, for the component kit. */
export const darkSteps: MantineColorsTuple = [
  "#e8eaee",
  "#c9ced8",
  "#a0a8b6",
  "#707988",
  "#454c5a",
  "#2d323c",
  "#23272f",
  "#1b1e24",
  "#14161a",
  "#0f1114",
];

/** A button for what cannot be undone: white on red, in both schemes. */
export const danger = { filled: "#c92a2a", hover: "#b02525", text: "#ffffff" } as const;
