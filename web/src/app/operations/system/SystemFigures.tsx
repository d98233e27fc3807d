import { BigNumber } from "@/kit/dashboard/BigNumber";
import { BigNumbers } from "@/kit/dashboard/BigNumbers";
import { formatBytes, formatExact } from "@/kit/format";
import type { System } from "./systemQuery";
import { commandsPerSecond } from "./useCourses";

interface Props {
  readonly system: System | undefined;
}

/** The server at a glance. */
export function SystemFigures({ system }: Props) {
  const isLoading = system === undefined;
  const waiting = system?.shards.reduce((sum, shard) => sum + shard.mailboxDepth, 0);
  const lag =
    system && Math.max(0, ...system.consumers.map((each) => (each.lagBytes === 0 ? 0 : each.lagMs)));
  return (
    <BigNumbers label="The server at a glance">
      <BigNumber
        label="Commands a second"
        unit="decimal"
        value={system && commandsPerSecond(system)}
        note={waiting === undefined ? undefined : `${formatExact(waiting)} waiting`}
        isLoading={isLoading}
      />
      <BigNumber
        label="Durable within (99 %)"
        unit="duration"
        value={system && known(system.commit)}
        note={system && `${formatExact(system.commit.count)} batches`}
        isLoading={isLoading}
      />
      <BigNumber
        label="Requests a second"
        unit="decimal"
        value={system?.http.all.perSecond}
        note={system && `${formatExact(system.http.failed)} failed`}
        isLoading={isLoading}
      />
      <BigNumber
        label="Answered within (99 %)"
        unit="duration"
        value={system && known(system.http.all)}
        note={system && `${formatExact(system.http.underWay)} under way`}
        isLoading={isLoading}
      />
      <BigNumber label="Furthest consumer behind" unit="duration" value={lag} isLoading={isLoading} />
      <BigNumber
        label="Memory"
        unit="bytes"
        value={system?.process.workingSetBytes}
        note={system && `${formatBytes(system.process.heapBytes)} managed`}
        isLoading={isLoading}
      />
    </BigNumbers>
  );
}

/** A quantile of nothing is not known. */
function known({ count, p99Ms }: System["commit"]): number | undefined {
  return count === 0 ? undefined : p99Ms;
}
