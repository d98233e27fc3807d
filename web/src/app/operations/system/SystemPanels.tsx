import { BarChart } from "@/kit/charts/BarChart";
import { LiveLine } from "@/kit/charts/LiveLine";
import { Panel, type PanelState } from "@/kit/dashboard/Panel";
import { PanelGrid } from "@/kit/dashboard/PanelGrid";
import { formatCompact } from "@/kit/format";
import { RouteTable } from "./RouteTable";
import { ShardTable } from "./ShardTable";
import { SlowTable } from "./SlowTable";
import { StorageFacts } from "./StorageFacts";
import type { System } from "./systemQuery";
import type { Courses } from "./useCourses";

interface Props {
  readonly system: System | undefined;
  readonly courses: Courses;
  readonly state: PanelState;
}

const windowMs = 5 * 60_000;

/** The server part by part. */
export function SystemPanels({ system, courses, state }: Props) {
  const batches = (system?.batchSizes ?? []).filter(({ count }) => count > 0);
  return (
    <PanelGrid>
      <Panel title="Commands a second" span={4} state={state} height={120}>
        <LiveLine name="Commands a second" series={courses.commands} unit="decimal" windowMs={windowMs} />
      </Panel>
      <Panel title="Requests a second" span={4} state={state} height={120}>
        <LiveLine name="Requests a second" series={courses.requests} unit="decimal" windowMs={windowMs} />
      </Panel>
      <Panel title="Durable within, 99 in 100" span={4} state={state} height={120}>
        <LiveLine
          name="Milliseconds until durable"
          series={courses.commitMs}
          unit="duration"
          windowMs={windowMs}
        />
      </Panel>
      <Panel title="Shards" span={8} state={state} height={200}>
        <ShardTable shards={system?.shards ?? []} />
      </Panel>
      <Panel
        title="Commands a batch"
        note="Commands that share one write"
        span={4}
        state={state}
        height={200}
      >
        <BarChart
          name="Batches by size"
          height={200}
          data={{
            of: "At most",
            series: ["Batches"],
            unit: "count",
            items: batches.map(({ upTo, count }) => ({ name: formatCompact(upTo), values: [count] })),
          }}
        />
      </Panel>
      <Panel title="Slow operations" note="The slowest of the last hour" span={8} state={state} height={260}>
        <SlowTable slow={system?.slow ?? []} />
      </Panel>
      <Panel title="Storage and process" span={4} state={state} height={260}>
        {system === undefined ? null : <StorageFacts system={system} />}
      </Panel>
      <Panel title="Requests by endpoint" note="Since the start" span={12} state={state} height={320}>
        <RouteTable routes={system?.http.routes ?? []} />
      </Panel>
    </PanelGrid>
  );
}
