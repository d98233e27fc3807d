import type { Schemas } from "@/api/client";
import { formatBytes, formatCompact, formatDuration, formatExact, missing } from "@/kit/format";
import { useNow } from "@/kit/useNow";
import styles from "./Operations.module.css";

interface Props {
  readonly answer: Schemas["ConsumerListAnswer"] | undefined;
  readonly readAt: number;
  readonly isFailing: boolean;
}

/** Figures older than this are said to be. */
const staleMs = 8000;

/** The whole at a glance. */
export function ConsumerSummary({ answer, readAt, isFailing }: Props) {
  const age = Math.max(0, useNow(1000) - readAt);
  const consumers = answer?.consumers ?? [];
  const parked = consumers.reduce((sum, each) => sum + each.parked, 0);
  const lag = Math.max(0, ...consumers.map((each) => each.lagMs));
  const handled = consumers.reduce((sum, each) => sum + each.handled, 0);
  const isStale = isFailing || age > staleMs;
  const figures = [
    { label: "Journal", value: formatBytes(answer?.committedPosition ?? 0), meaning: undefined },
    {
      label: "Facts handled",
      value: formatCompact(handled),
      exact: formatExact(handled),
      meaning: undefined,
    },
    { label: "Furthest behind", value: formatDuration(lag), meaning: lag > 10_000 ? "warning" : undefined },
    { label: "Parked facts", value: formatExact(parked), meaning: parked > 0 ? "bad" : undefined },
    {
      label: isStale ? "Updated, stalled" : "Updated",
      value: age < 1500 ? "just now" : `${formatDuration(age)} ago`,
      meaning: isStale ? "warning" : undefined,
    },
  ];
  return (
    <dl className={styles.summary}>
      {figures.map(({ label, value, exact, meaning }) => (
        <div key={label} className={styles.figure} data-meaning={meaning}>
          <dt>{label}</dt>
          <dd title={exact}>{answer === undefined ? missing : value}</dd>
        </div>
      ))}
    </dl>
  );
}
