import { Button } from "@mantine/core";
import { IconTicketOff } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { LinkButton } from "@/kit/LinkButton";
import { BookingList } from "./BookingList";
import { bookingsQuery } from "./queries";
import type { BookingStatus } from "./status";

interface Props {
  readonly status: BookingStatus | undefined;
  readonly onOpen: (bookingId: string) => void;
}

/** Every booking there ever was, the newest first. */
export function AllBookings({ status, onOpen }: Props) {
  const query = useInfiniteQuery(bookingsQuery({ status }));
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  if (error !== null && data === undefined) {
    return <ErrorState problem={error} onRetry={() => void query.refetch()} />;
  }

  const bookings = data?.pages.flatMap((page) => page.items);
  if (bookings?.length === 0 && !hasNextPage) {
    return (
      <EmptyState
        icon={IconTicketOff}
        title={status === undefined ? "No bookings yet" : "None with this status"}
        text={
          status === undefined ? "Choose a film, take your seats, and pay within five minutes." : undefined
        }
        action={
          status === undefined ? <LinkButton to="/booking/films">See what is on</LinkButton> : undefined
        }
      />
    );
  }

  return (
    <>
      <BookingList bookings={bookings} onOpen={onOpen} />
      {hasNextPage ? (
        <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show earlier ones
        </Button>
      ) : null}
    </>
  );
}
