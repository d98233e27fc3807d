/** The palette's colours as a canvas needs them. */
export interface Inks {
  readonly page: string;
  readonly raised: string;
  readonly sunken: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly dim: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly bad: string;
  readonly info: string;
  /** By the series' number, from 1; what is at 0 is not used. */
  readonly series: readonly string[];
  readonly isDark: boolean;
  readonly font: string;
}

/** Reads the colours that are in force where an element stands. */
export function inksOf(element: Element): Inks {
  const style = getComputedStyle(element);
  const ink = (name: string) => style.getPropertyValue(name).trim();
  return {
    page: ink("--surface-0"),
    raised: ink("--surface-1"),
    sunken: ink("--surface-2"),
    line: ink("--line"),
    lineStrong: ink("--line-strong"),
    text: ink("--text"),
    dim: ink("--text-dim"),
    accent: ink("--accent"),
    onAccent: ink("--on-accent"),
    bad: ink("--bad"),
    info: ink("--info"),
    series: ["", ...Array.from({ length: 8 }, (_, i) => ink(`--series-${i + 1}`))],
    isDark: document.documentElement.getAttribute("data-mantine-color-scheme") === "dark",
    font: style.fontFamily,
  };
}
