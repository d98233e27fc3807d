/** How a rule compares, in words. */
export const comparisonWords: Readonly<Record<string, string>> = {
  above: "above",
  below: "below",
  rises_by: "rises by",
  falls_by: "falls by",
};
