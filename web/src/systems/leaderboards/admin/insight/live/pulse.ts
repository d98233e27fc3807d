import type { Schemas } from "@/api/client";

export type Pulse = Schemas["GamePulseAnswer"];
export type ModePulse = Schemas["ModePulseAnswer"];

/** Modes together, or one of them. */
export interface PulseSum {
  readonly activePlayers: number;
  readonly scoresLastSecond: number;
  readonly scoresPerSecond: number;
  readonly heldShare: number | undefined;
}

/** The figures of the modes shown. Who plays several modes counts for each. */
export function sumOf(modes: readonly ModePulse[], mode: string | undefined): PulseSum {
  const shown = modes.filter(({ gameMode }) => mode === undefined || gameMode === mode);
  const total = (take: (each: ModePulse) => number) => shown.reduce((sum, each) => sum + take(each), 0);
  const submitted = total((each) => each.submitted);
  return {
    activePlayers: total((each) => each.activePlayers),
    scoresLastSecond: total((each) => each.scoresLastSecond),
    scoresPerSecond: total((each) => each.scoresPerSecond),
    heldShare: submitted === 0 ? undefined : total((each) => each.held) / submitted,
  };
}

/** The seconds a client begins with, added up over the modes shown, the latest last. */
export function secondsOf(modes: readonly ModePulse[], mode: string | undefined): number[] {
  const sums: number[] = [];
  for (const { gameMode, seconds } of modes) {
    if (mode !== undefined && gameMode !== mode) continue;
    seconds?.forEach((count, index) => {
      sums[index] = (sums[index] ?? 0) + count;
    });
  }
  return sums;
}
