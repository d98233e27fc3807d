import type { Value } from "./unit";

/** One step that not everybody takes. */
export interface FunnelStep {
  readonly name: string;
  readonly value: Value;
}

interface ToldStep extends FunnelStep {
  /** The part of the step before that came this far; nothing for the first. */
  readonly ofBefore: number | undefined;
  readonly ofFirst: number | undefined;
}

/** The steps with the parts that go on. */
export function funnelSteps(steps: readonly FunnelStep[]): ToldStep[] {
  const first = steps[0]?.value;
  return steps.map((step, index) => ({
    ...step,
    ofBefore: index === 0 ? undefined : part(step.value, steps[index - 1]?.value),
    ofFirst: part(step.value, first),
  }));
}

function part(value: Value, of: Value): number | undefined {
  return value == null || of == null || of === 0 ? undefined : value / of;
}
