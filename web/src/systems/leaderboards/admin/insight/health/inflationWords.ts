import type { Schemas } from "@/api/client";
import { formatPercent } from "@/kit/format";

/** What is known of inflation, in a few words. */
export function inflationWords({ isKnown, isRising, rise, since }: Schemas["InflationAnswer"]) {
  if (!isKnown) return { meaning: "neutral", title: "Too few days to tell: 28 are needed" } as const;
  if (!isRising) return { meaning: "good", title: "Scores are as usual" } as const;
  return {
    meaning: "warning",
    title: `${formatPercent(rise)} above the usual since ${since ?? "lately"}`,
  } as const;
}
