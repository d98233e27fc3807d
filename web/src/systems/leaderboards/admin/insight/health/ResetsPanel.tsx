import { SegmentedControl } from "@mantine/core";
import { IconCalendarOff } from "@tabler/icons-react";
import { useState } from "react";
import { BarChart } from "@/kit/charts/BarChart";
import { Panel } from "@/kit/dashboard/Panel";
import { EmptyState } from "@/kit/EmptyState";
import { useHealth } from "./useHealth";

const kinds: Readonly<Record<string, string>> = {
  monthly: "Month",
  season: "Season",
  reset: "Reset",
};

/** What resets did to how much is played. */
export function ResetsPanel() {
  const query = useHealth();
  const [what, setWhat] = useState("players");
  const resets = query.data?.resets ?? [];
  const isOfPlayers = what === "players";
  return (
    <Panel
      title="What resets changed"
      note="Up to a week before and after boards began anew"
      height={260}
      state={query}
      actions={
        <SegmentedControl
          size="xs"
          aria-label="Compared"
          value={what}
          onChange={setWhat}
          data={[
            { value: "players", label: "Players" },
            { value: "games", label: "Games" },
          ]}
        />
      }
    >
      {resets.length === 0 ? (
        <EmptyState
          icon={IconCalendarOff}
          title="No reset in this time"
          text="Months and seasons that begin in the time shown are compared here."
        />
      ) : (
        <BarChart
          name="Before and after resets"
          height={260}
          data={{
            of: "Reset",
            unit: "count",
            series: ["Before", "After"],
            items: resets.map((each) => ({
              name: `${kinds[each.kind] ?? each.kind}, ${each.at.slice(0, 10)}`,
              values: isOfPlayers
                ? [each.playersBefore, each.playersAfter]
                : [each.gamesBefore, each.gamesAfter],
            })),
          }}
        />
      )}
    </Panel>
  );
}
