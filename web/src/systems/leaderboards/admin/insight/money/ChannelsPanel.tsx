import { useQuery } from "@tanstack/react-query";
import { Leaderboard } from "@/kit/charts/Leaderboard";
import { Panel } from "@/kit/dashboard/Panel";
import { formatExact, formatMoney, formatPercent } from "@/kit/format";
import { economyQuery } from "../crowdQueries";
import { useGame } from "../useGame";

/** What a player is worth who came by each channel. */
export function ChannelsPanel() {
  const { period } = useGame();
  const query = useQuery(economyQuery(period));
  const currency = query.data?.currency ?? "EUR";
  return (
    <Panel
      title="Lifetime value by channel"
      note="What a player who came by it has paid so far, on average"
      height={280}
      state={query}
    >
      <Leaderboard
        name="Lifetime value by channel"
        of="Channel"
        measure="Lifetime value"
        second="Revenue"
        unit="money"
        currency={currency}
        items={(query.data?.channels ?? []).map(({ channel, players, payers, revenue, lifetimeValue }) => ({
          key: channel,
          name: channel === "" ? "not known" : channel,
          value: lifetimeValue,
          note: `${formatExact(players)} players, ${formatPercent(payers / players)} pay`,
          second: formatMoney(revenue, currency),
        }))}
      />
    </Panel>
  );
}
