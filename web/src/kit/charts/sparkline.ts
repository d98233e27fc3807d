import type { Value } from "./unit";

/** A line through the values in a box of 100 × 24; gaps where nothing is known. Begins at zero. */
export function sparkPath(values: readonly Value[]): string {
  const known = values.filter((value): value is number => value != null);
  if (known.length < 2) return "";
  const [high, low] = [Math.max(0, ...known), Math.min(0, ...known)];
  const span = high - low || 1;
  let path = "";
  let isDown = false;
  values.forEach((value, index) => {
    if (value == null) {
      isDown = false;
      return;
    }
    const x = (100 * index) / (values.length - 1);
    const y = 23 - (22 * (value - low)) / span;
    path += `${isDown ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`;
    isDown = true;
  });
  return path;
}
