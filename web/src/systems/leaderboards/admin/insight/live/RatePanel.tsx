import { LiveLine } from "@/kit/charts/LiveLine";
import { Panel } from "@/kit/dashboard/Panel";
import { StatusBadge } from "@/kit/StatusBadge";
import type { TopicStatus } from "@/live/useTopic";
import type { LivePulse } from "./usePulse";

interface Props {
  readonly pulse: LivePulse;
}

const states = {
  connecting: ["neutral", "Connecting"],
  live: ["good", "Live"],
  late: ["warning", "Interrupted"],
  refused: ["bad", "Not for this account"],
} as const satisfies Record<TopicStatus, readonly [string, string]>;

const windowMs = 5 * 60_000;

/** Scores of each second, moving. */
export function RatePanel({ pulse: { status, rate } }: Props) {
  const [meaning, word] = states[status];
  return (
    <Panel
      title="Scores a second"
      note="The last five minutes, counted and held"
      span={8}
      height={260}
      actions={<StatusBadge meaning={meaning}>{word}</StatusBadge>}
    >
      <LiveLine name="Scores a second" series={rate} unit="count" windowMs={windowMs} height={260} />
    </Panel>
  );
}
