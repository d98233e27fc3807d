import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { PieChart } from "@/kit/charts/PieChart";
import { Panel } from "@/kit/dashboard/Panel";
import { partsOf } from "@/kit/dashboard/rollup";
import { useGame, useRollup } from "../useGame";

const kinds = { mode: "Game mode", region: "Region" } as const;

type Kind = keyof typeof kinds;

/** Where games are played; a mode that is pressed becomes what the dashboard is about. */
export function PartsPanel() {
  const [kind, setKind] = useState<Kind>("mode");
  const { period, where, modes, change } = useGame();
  const query = useRollup({
    rollup: "analytics_daily_players",
    period,
    grain: "all",
    by: [kind],
    measures: ["scores_submitted"],
    where,
    order: "-scores_submitted",
  });
  const parts = query.data === undefined ? [] : partsOf(query.data, "scores_submitted");
  const pick = (key: string) => change({ mode: modes.find(({ number }) => number === key)?.id });
  return (
    <Panel title="Games by" span={4} height={300} state={query}>
      <SegmentedControl
        size="xs"
        mb="xs"
        fullWidth
        aria-label="Games by"
        value={kind}
        onChange={(value) => setKind(value as Kind)}
        data={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
      />
      <PieChart
        name={`Games by ${kinds[kind].toLowerCase()}`}
        height={160}
        {...(kind === "mode" ? { onPick: pick } : {})}
        data={{
          of: kinds[kind],
          measure: "Games",
          unit: "count",
          parts: parts.map(({ key, name, value }) => ({ key, name, value: value ?? 0 })),
        }}
      />
    </Panel>
  );
}
