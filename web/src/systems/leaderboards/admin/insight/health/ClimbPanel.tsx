import { BarChart } from "@/kit/charts/BarChart";
import { Panel } from "@/kit/dashboard/Panel";
import { useHealth } from "./useHealth";

const ageName = (age: number) => (age === 0 ? "First day" : age === 1 ? "1 day" : `${age} days`);

/** How quickly newcomers come up. */
export function ClimbPanel() {
  const query = useHealth();
  return (
    <Panel
      title="How newcomers climb"
      note="The share of the board behind them, and of them in its best tenth"
      height={260}
      state={query}
    >
      <BarChart
        name="How newcomers climb"
        height={260}
        data={{
          of: "Since the first game",
          unit: "percent",
          series: ["Behind them", "In the best tenth"],
          items: (query.data?.climb ?? []).map(({ age, ahead, inTopTenth }) => ({
            name: ageName(age),
            values: [ahead, inTopTenth],
          })),
        }}
      />
    </Panel>
  );
}
