import { BigNumber } from "@/kit/dashboard/BigNumber";
import { BigNumbers } from "@/kit/dashboard/BigNumbers";
import { formatBytes, formatExact } from "@/kit/format";
import { sumOf } from "./pulse";
import type { LivePulse } from "./usePulse";

interface Props {
  readonly pulse: LivePulse;
}

/** This moment in big numbers. */
export function PulseNumbers({ pulse: { now, mode } }: Props) {
  const sum = now && sumOf(now.modes, mode);
  const isLoading = now === undefined;
  const kafka = now?.kafkaLag;
  return (
    <BigNumbers label="This moment">
      <BigNumber
        label="Active players"
        unit="count"
        value={sum?.activePlayers}
        note="within 15 minutes"
        isLoading={isLoading}
      />
      <BigNumber
        label="Scores a second"
        unit="decimal"
        value={sum?.scoresPerSecond}
        note="of the last minute"
        isLoading={isLoading}
      />
      <BigNumber
        label="Held for review"
        unit="percent"
        value={sum?.heldShare}
        note="of the last 15 minutes"
        isLoading={isLoading}
      />
      <BigNumber
        label="Consumer lag"
        unit="duration"
        value={now?.lagMs}
        note={kafka == null ? formatBytes(now?.lagBytes ?? 0) : `${formatExact(kafka)} messages in Kafka`}
        isLoading={isLoading}
      />
      <BigNumber
        label="Figures behind by"
        unit="bytes"
        value={now?.modelLagBytes}
        note="of the journal"
        isLoading={isLoading}
      />
      <BigNumber
        label="Durable answer"
        unit="duration"
        value={now?.commitP99Ms}
        note="99 of 100, last minute"
        isLoading={isLoading}
      />
      <BigNumber
        label="Memory"
        unit="bytes"
        value={now?.memoryBytes}
        note="server with all boards"
        isLoading={isLoading}
      />
      <BigNumber
        label="Answered ahead"
        unit="percent"
        value={now?.topHitShare ?? undefined}
        note="top 100s from snapshots"
        isLoading={isLoading}
      />
    </BigNumbers>
  );
}
