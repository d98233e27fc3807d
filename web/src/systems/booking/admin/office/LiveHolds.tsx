import { Button, Skeleton, Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ErrorState } from "@/kit/ErrorState";
import styles from "./BoxOffice.module.css";
import { HoldLine } from "./HoldLine";
import { holdsQuery } from "./holdQueries";

interface Props {
  readonly showtimeId: string;
  /** Whether anything is held, as the live map has it. */
  readonly isAnyHeld: boolean;
}

/** Who holds what of the showtime just now. */
export function LiveHolds({ showtimeId, isAnyHeld }: Props) {
  const holds = useInfiniteQuery(holdsQuery(showtimeId, isAnyHeld));
  const items = isAnyHeld ? (holds.data?.pages.flatMap((page) => page.items) ?? []) : [];
  const isReading = isAnyHeld && holds.data === undefined;
  return (
    <Stack gap="xs" className={styles.section}>
      <h2>Held just now</h2>
      {isReading && holds.error !== null ? (
        <ErrorState problem={holds.error} onRetry={() => void holds.refetch()} />
      ) : isReading ? (
        <Skeleton height={56} />
      ) : items.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nobody holds anything.
        </Text>
      ) : (
        <ul className={styles.holds}>
          {items.map((hold) => (
            <HoldLine key={hold.bookingId} showtimeId={showtimeId} hold={hold} />
          ))}
        </ul>
      )}
      {isAnyHeld && holds.hasNextPage ? (
        <Button
          size="xs"
          variant="default"
          loading={holds.isFetchingNextPage}
          onClick={() => void holds.fetchNextPage()}
        >
          Show more
        </Button>
      ) : null}
    </Stack>
  );
}
