import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { PieChart } from "@/kit/charts/PieChart";
import { Panel } from "@/kit/dashboard/Panel";
import { partsOf } from "@/kit/dashboard/rollup";
import { NotCounted } from "./NotCounted";
import { coarseness } from "./sales";
import { useInsight } from "./useInsight";
import { useParts } from "./useParts";

const kinds = { genre: "Genre", movie: "Film", theater: "Theater" } as const;

type Kind = keyof typeof kinds;

/** Where the revenue comes from; a slice narrows the whole dashboard to it. */
export function BreakdownPanel() {
  const [kind, setKind] = useState<Kind>("genre");
  const { change } = useInsight();
  const { query, source, columns } = useParts(kind, ["revenue"]);
  const parts = query.data === undefined ? [] : partsOf(query.data, columns[0] ?? "");
  return (
    <Panel
      title="Revenue from"
      note={coarseness(source)}
      span={4}
      height={300}
      {...(source === undefined ? {} : { state: query })}
    >
      <SegmentedControl
        size="xs"
        mb="xs"
        fullWidth
        aria-label="Revenue by"
        value={kind}
        onChange={(value) => setKind(value as Kind)}
        data={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
      />
      {source === undefined ? (
        <NotCounted />
      ) : (
        <PieChart
          name={`Revenue by ${kinds[kind].toLowerCase()}`}
          height={160}
          onPick={(key) => change({ [kind]: key })}
          data={{
            of: kinds[kind],
            measure: "Revenue",
            unit: "money",
            parts: parts.map(({ key, name, value }) => ({ key, name, value: value ?? 0 })),
          }}
        />
      )}
    </Panel>
  );
}
