import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineThemeOverride,
  type VariantColorsResolver,
} from "@mantine/core";
import { accentSteps, danger, dark, darkSteps, light, type Palette, series } from "./palette";

const inter = '"Inter Variable", "Inter Fallback", system-ui, -apple-system, "Segoe UI", sans-serif';

/** The kit computes a filled button's text from the light scheme's accent; the dark one is light and needs dark text. */
const variantColors: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const isAccent = input.color === undefined || input.color === "accent";
  return isAccent && input.variant === "filled" ? { ...colors, color: "var(--on-accent)" } : colors;
};

/** The same for chips that are filled. */
const chipVariables = (_: unknown, { variant = "filled" }: { readonly variant?: string }) => ({
  root: variant === "filled" ? { "--chip-color": "var(--on-accent)" } : {},
});

/** The component kit's settings: sizes 12 13 14 16 20 28 40 on a 4 px grid, radius 8, motion 150 to 200 ms. */
export const theme: MantineThemeOverride = createTheme({
  fontFamily: inter,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  variantColorResolver: variantColors,
  colors: { accent: accentSteps, dark: darkSteps },
  defaultRadius: "md",
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "12px", xl: "16px" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  headings: {
    fontFamily: inter,
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "28px", lineHeight: "36px" },
      h2: { fontSize: "20px", lineHeight: "28px" },
      h3: { fontSize: "16px", lineHeight: "24px" },
      h4: { fontSize: "14px", lineHeight: "20px" },
    },
  },
  respectReducedMotion: true,
  components: { Chip: { vars: chipVariables } },
  cursorType: "pointer",
  defaultGradient: { from: "accent", to: "accent" },
});

/** The palette as CSS variables: `var(--surface-1)`, `var(--text-dim)`, `var(--good-soft)`, `var(--series-1)`. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: schemeVariables(light, series.light),
  dark: schemeVariables(dark, series.dark),
});

function schemeVariables(palette: Palette, charts: readonly string[]): Record<string, string> {
  const [page, raised, sunken, floating] = palette.surface;
  const own: Record<string, string> = {
    "--surface-0": page,
    "--surface-1": raised,
    "--surface-2": sunken,
    "--surface-3": floating,
    "--line": palette.line,
    "--line-strong": palette.lineStrong,
    "--text": palette.text,
    "--text-dim": palette.textDim,
    "--accent": palette.accent,
    "--accent-soft": palette.accentSoft,
    "--on-accent": palette.onAccent,
    "--good": palette.good,
    "--good-soft": palette.goodSoft,
    "--warning": palette.warning,
    "--warning-soft": palette.warningSoft,
    "--bad": palette.bad,
    "--bad-soft": palette.badSoft,
    "--info": palette.info,
    "--info-soft": palette.infoSoft,
    "--gold": palette.medals[0],
    "--silver": palette.medals[1],
    "--bronze": palette.medals[2],
    "--on-medal": palette.onMedal,
    "--hue-lightness": String(palette.hue.lightness),
    "--hue-chroma": String(palette.hue.chroma),
    // What the component kit draws with.
    "--mantine-color-body": page,
    "--mantine-color-text": palette.text,
    "--mantine-color-dimmed": palette.textDim,
    "--mantine-color-default": raised,
    "--mantine-color-default-hover": palette.surface[2],
    "--mantine-color-default-border": palette.line,
    "--mantine-color-anchor": palette.accent,
    "--mantine-color-accent-filled": palette.accent,
    "--mantine-color-accent-filled-hover": palette.accentHover,
    "--mantine-color-accent-light": palette.accentSoft,
    "--mantine-color-accent-light-hover": palette.accentSoftHover,
    "--mantine-color-accent-light-color": palette.accent,
    "--mantine-color-accent-outline": palette.accent,
    "--mantine-color-red-filled": danger.filled,
    "--mantine-color-red-filled-hover": danger.hover,
    "--mantine-primary-color-contrast": palette.onAccent,
    "--mantine-color-error": palette.bad,
    "--mantine-color-placeholder": palette.textDim,
  };
  charts.forEach((color, index) => {
    own[`--series-${index + 1}`] = color;
  });
  return own;
}
