import { Skeleton } from "@mantine/core";
import { IconBroadcast } from "@tabler/icons-react";
import { CompactNumber } from "@/kit/CompactNumber";
import { EmptyState } from "@/kit/EmptyState";
import { Money } from "@/kit/Money";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import { StatusBadge } from "@/kit/StatusBadge";
import type { TopicStatus } from "@/live/useTopic";
import { Figure } from "./Figure";
import styles from "./Live.module.css";
import { NewsBoard } from "./NewsBoard";
import { OccupancyPanel } from "./OccupancyPanel";
import { useBookingNews } from "./useBookingNews";

const states = {
  connecting: ["neutral", "Connecting"],
  live: ["good", "Live"],
  late: ["warning", "Interrupted: what is missed follows"],
  refused: ["bad", "Not for this account"],
} as const satisfies Record<TopicStatus, readonly [string, string]>;

/** Everything that happens to bookings, as it happens. */
export function LiveBookingsPage() {
  const { status, rows, tally, seenBefore, waiting, hold } = useBookingNews();
  const [meaning, word] = states[status];
  return (
    <Page size="full">
      <PageHeader
        title="Live bookings"
        description="Everything that is held, paid and given back, as it happens."
      />
      <div className={styles.head}>
        <div role="status" className={styles.state}>
          <StatusBadge meaning={meaning}>{waiting > 0 ? `Held still, ${waiting} waiting` : word}</StatusBadge>
        </div>
        <dl className={styles.figures}>
          <Figure name="Held" value={<CompactNumber value={tally.reserved} />} />
          <Figure name="Paid" value={<CompactNumber value={tally.confirmed} />} />
          <Figure name="Cancelled" value={<CompactNumber value={tally.cancelled} />} />
          <Figure name="Taken" value={<Money cents={tally.soldCents} />} />
        </dl>
        <p className={styles.since}>since you opened this page</p>
      </div>
      <div className={styles.news}>
        {rows.length === 0 && status === "connecting" ? (
          <Skeleton className={styles.place} />
        ) : rows.length === 0 ? (
          <EmptyState
            icon={IconBroadcast}
            title="Quiet so far"
            text="The next seat somebody holds shows here at once."
          />
        ) : (
          <NewsBoard rows={rows} seenBefore={seenBefore} onHold={hold} />
        )}
      </div>
      <div className={styles.below}>
        <OccupancyPanel />
      </div>
    </Page>
  );
}
