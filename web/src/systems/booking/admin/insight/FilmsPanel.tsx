import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { Leaderboard } from "@/kit/charts/Leaderboard";
import type { Unit } from "@/kit/charts/unit";
import { Panel } from "@/kit/dashboard/Panel";
import { partsOf } from "@/kit/dashboard/rollup";
import styles from "./Insight.module.css";
import { NotCounted } from "./NotCounted";
import { coarseness } from "./sales";
import { useInsight } from "./useInsight";
import { useParts } from "./useParts";

const ways = {
  bookings: { label: "Bookings", unit: "count" },
  seats: { label: "Places", unit: "count" },
  revenue: { label: "Revenue", unit: "money" },
} as const satisfies Record<string, { label: string; unit: Unit }>;

type Way = keyof typeof ways;

const most = 50;

/** The films most want to see; one that is pressed becomes what the dashboard is about. */
export function FilmsPanel() {
  const [way, setWay] = useState<Way>("bookings");
  const { change } = useInsight();
  const { query, source, columns } = useParts("movie", [way]);
  const { label, unit } = ways[way];
  const films = query.data === undefined ? [] : partsOf(query.data, columns[0] ?? "");
  return (
    <Panel
      title="Popular films"
      note={coarseness(source)}
      height={320}
      {...(source === undefined ? {} : { state: query })}
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Ranked by"
          value={way}
          onChange={(value) => setWay(value as Way)}
          data={Object.entries(ways).map(([value, each]) => ({ value, label: each.label }))}
        />
      }
    >
      {source === undefined ? (
        <NotCounted />
      ) : (
        <div className={styles.scroll}>
          <Leaderboard
            name="Popular films"
            of="Film"
            measure={label}
            unit={unit}
            height={320}
            hasPlaces
            items={films.slice(0, most)}
            onPick={(movie) => change({ movie })}
          />
        </div>
      )}
    </Panel>
  );
}
