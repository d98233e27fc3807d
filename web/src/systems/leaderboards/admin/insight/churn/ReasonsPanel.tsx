import { useQuery } from "@tanstack/react-query";
import { Leaderboard } from "@/kit/charts/Leaderboard";
import { Panel } from "@/kit/dashboard/Panel";
import { churnQuery } from "../crowdQueries";

/** Why those are at risk who are. */
export function ReasonsPanel() {
  const query = useQuery(churnQuery);
  return (
    <Panel
      title="Why they are at risk"
      note="What the model goes by, the strongest of each player"
      state={query}
    >
      <Leaderboard
        name="Why they are at risk"
        of="Reason"
        measure="Players"
        unit="count"
        items={(query.data?.reasons ?? []).map(({ reason, players }) => ({
          key: reason,
          name: reason,
          value: players,
        }))}
      />
    </Panel>
  );
}
