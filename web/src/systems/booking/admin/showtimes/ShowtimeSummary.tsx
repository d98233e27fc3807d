import { Group, Stack, Text } from "@mantine/core";
import { IconArmchair } from "@tabler/icons-react";
import { formatDateTime, formatExact } from "@/kit/format";
import { LinkButton } from "@/kit/LinkButton";
import { StatusBadge } from "@/kit/StatusBadge";
import { CancelShowtime } from "./CancelShowtime";
import styles from "./Showtimes.module.css";
import type { Showtime } from "./showtime";

interface Props {
  readonly showtime: Showtime;
  readonly onCancelled: () => void;
}

/** Where and when, how full it is, and the ways on. */
export function ShowtimeSummary({ showtime, onCancelled }: Props) {
  const isOff = showtime.status === "cancelled";
  const isOver = new Date(showtime.endsAt).getTime() < Date.now();
  const blocked = showtime.capacity - showtime.free - showtime.held - showtime.sold;
  const figures = [
    ["Free", showtime.free],
    ["Held", showtime.held],
    ["Sold", showtime.sold],
    ["Blocked", blocked],
  ] as const;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="sm">
          {showtime.theaterName}, {showtime.city}, {formatDateTime(new Date(showtime.startsAt))}
        </Text>
        {isOff ? (
          <StatusBadge meaning="bad">Called off</StatusBadge>
        ) : isOver ? (
          <StatusBadge meaning="neutral">Over</StatusBadge>
        ) : (
          <StatusBadge meaning="good">Scheduled</StatusBadge>
        )}
      </Group>
      <dl className={styles.figures}>
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatExact(value)}</dd>
          </div>
        ))}
      </dl>
      <Group gap={8}>
        <LinkButton
          to="/booking/admin/office/$id"
          params={{ id: showtime.id }}
          variant="default"
          leftSection={<IconArmchair size={16} aria-hidden />}
        >
          Open the box office
        </LinkButton>
        {isOff || isOver ? null : <CancelShowtime showtime={showtime} onCancelled={onCancelled} />}
      </Group>
    </Stack>
  );
}
