import { IconTrendingUp } from "@tabler/icons-react";
import { useMemo } from "react";
import { exact } from "@/kit/charts/unit";
import { Notice } from "@/kit/Notice";
import { StatusBadge } from "@/kit/StatusBadge";
import { HealthTimes } from "./HealthTimes";
import type { HealthDay } from "./healthQueries";
import { inflationWords } from "./inflationWords";
import { useHealth } from "./useHealth";

const lines = [
  { name: "Everybody", of: (day: HealthDay) => day.worth },
  { name: "First 100", of: (day: HealthDay) => day.topWorth },
];

/** Whether games bring more than they used to, and what could be done. */
export function InflationPanel() {
  const inflation = useHealth().data?.inflation;
  const targets = useMemo(
    () =>
      inflation?.usual == null
        ? undefined
        : [
            {
              value: inflation.usual,
              label: `usual ${exact(inflation.usual, "percent")}`,
              meaning: inflation.isRising ? ("warning" as const) : ("good" as const),
            },
          ],
    [inflation?.usual, inflation?.isRising],
  );
  const mark = useMemo(
    () =>
      inflation?.isRising && inflation.since != null
        ? { day: inflation.since, text: "Scores began to rise" }
        : undefined,
    [inflation?.isRising, inflation?.since],
  );
  const words = inflation && inflationWords(inflation);
  return (
    <HealthTimes
      title="Score inflation"
      note="A game against what the same player scored before, the one in the middle"
      lines={lines}
      unit="percent"
      span={8}
      height={300}
      isZoomed
      targets={targets}
      mark={mark}
    >
      {words === undefined ? null : inflation?.isRising ? (
        <Notice meaning="warning" icon={IconTrendingUp} title={words.title}>
          {inflation.advice}
        </Notice>
      ) : (
        <p>
          <StatusBadge meaning={words.meaning}>{words.title}</StatusBadge>
        </p>
      )}
    </HealthTimes>
  );
}
