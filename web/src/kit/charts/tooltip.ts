import type { TooltipComponentOption } from "echarts/components";
import styles from "./Chart.module.css";
import type { ChartLook } from "./look";

/** What the pointer is told. */
export interface Tip {
  readonly title: string;
  readonly lines: readonly TipLine[];
  readonly note?: string | undefined;
}

export interface TipLine {
  readonly name: string;
  readonly value: string;
  readonly color?: string | undefined;
}

/** Made of elements, not of HTML: titles come from people. */
function elementOf({ title, lines, note }: Tip): HTMLElement {
  const box = document.createElement("div");
  box.className = styles.tip ?? "";
  box.append(textIn("strong", title));
  for (const { name, value, color } of lines) {
    const line = document.createElement("div");
    if (color !== undefined) {
      const swatch = textIn("span", "");
      swatch.className = styles.swatch ?? "";
      swatch.style.background = color;
      line.append(swatch);
    }
    line.append(textIn("span", name), textIn("b", value));
    box.append(line);
  }
  if (note !== undefined) box.append(textIn("em", note));
  return box;
}

function textIn(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/** What is said of a place: of all series at it (`axis`), or of the one thing there (`item`). */
export function tooltipOf(
  look: ChartLook,
  trigger: "axis" | "item",
  tip: (index: number, series: number) => Tip | undefined,
): TooltipComponentOption {
  const { palette } = look;
  return {
    trigger,
    confine: true,
    transitionDuration: 0,
    backgroundColor: palette.surface[3],
    borderColor: palette.lineStrong,
    padding: [8, 12],
    textStyle: { color: palette.text },
    axisPointer: {
      type: "line",
      lineStyle: { color: palette.lineStrong, type: "solid" },
      animation: false,
    },
    formatter: (params) => {
      const first = Array.isArray(params) ? params[0] : params;
      const found = first === undefined ? undefined : tip(first.dataIndex, first.seriesIndex ?? 0);
      return found === undefined ? "" : elementOf(found);
    },
  };
}
