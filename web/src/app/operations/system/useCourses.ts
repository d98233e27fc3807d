import { useEffect, useState } from "react";
import { LiveSeries } from "@/kit/charts/LiveSeries";
import type { System } from "./systemQuery";

/** What is followed over the last minutes. */
export interface Courses {
  readonly commands: LiveSeries;
  readonly requests: LiveSeries;
  readonly commitMs: LiveSeries;
  readonly cpu: LiveSeries;
}

/** As many as the reports of ten minutes. */
const capacity = 300;

/** Remembers what the reports said since the page was opened. */
export function useCourses(system: System | undefined): Courses {
  const [courses] = useState(
    (): Courses => ({
      commands: new LiveSeries(capacity),
      requests: new LiveSeries(capacity),
      commitMs: new LiveSeries(capacity),
      cpu: new LiveSeries(capacity),
    }),
  );
  useEffect(() => {
    if (system === undefined) return;
    const at = Date.now();
    courses.commands.add(at, commandsPerSecond(system));
    courses.requests.add(at, system.http.all.perSecond);
    courses.commitMs.add(at, system.commit.p99Ms);
    courses.cpu.add(at, system.process.cpuPercent / 100);
  }, [system, courses]);
  return courses;
}

export function commandsPerSecond({ shards }: System): number {
  return shards.reduce((sum, shard) => sum + shard.commandsPerSecond, 0);
}
