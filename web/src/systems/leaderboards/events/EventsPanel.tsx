import { Skeleton } from "@mantine/core";
import { IconCalendarStar } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { useNow } from "@/kit/useNow";
import { ContestCard } from "./ContestCard";
import { inOrder, phaseOf } from "./contest";
import { contestsQuery } from "./contestQueries";
import styles from "./Events.module.css";
import { JoinButton } from "./JoinButton";

interface Props {
  readonly mode: string;
  /** Opens the board of an event. */
  readonly onOpen: (event: string) => void;
}

/** The events and tournaments of a game mode. */
export function EventsPanel({ mode, onOpen }: Props) {
  const contests = useQuery(contestsQuery(mode));
  const now = useNow(30_000);
  if (contests.isError && contests.data === undefined)
    return <ErrorState problem={contests.error} onRetry={() => void contests.refetch()} />;
  if (contests.data === undefined) return <Skeleton height={180} />;
  if (contests.data.length === 0) {
    return (
      <EmptyState
        icon={IconCalendarStar}
        title="No events yet"
        text="Events and tournaments of this game mode show here as soon as one is planned."
      />
    );
  }
  return (
    <ul className={styles.cards} aria-label="Events and tournaments">
      {inOrder(contests.data, now).map((contest) => (
        <ContestCard
          key={contest.id}
          contest={contest}
          phase={contest.hasEnded ? "over" : phaseOf(contest, now)}
          onOpen={() => onOpen(contest.id)}
          action={<JoinButton contest={contest} now={now} />}
        />
      ))}
    </ul>
  );
}
