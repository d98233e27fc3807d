import { Button } from "@mantine/core";
import { IconTicketOff } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { EmptyState } from "@/kit/EmptyState";
import { ErrorState } from "@/kit/ErrorState";
import { LinkButton } from "@/kit/LinkButton";
import { useNow } from "@/kit/useNow";
import { BookingList } from "./BookingList";
import { bookingsQuery } from "./queries";
import { paidBookings } from "./status";

interface Props {
  readonly when: "upcoming" | "past";
  readonly onOpen: (bookingId: string) => void;
}

/** What is paid, by when it is shown. */
export function PaidBookings({ when, onOpen }: Props) {
  const query = useInfiniteQuery(bookingsQuery({ status: "confirmed", time: when }));
  const { data, error, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const now = useNow(60_000);
  // They come in the order of booking: the soonest is only known when all that are to come have been read.
  const isReadingAhead = when === "upcoming" && hasNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (isReadingAhead && !isFetchingNextPage) void fetchNextPage();
  }, [isReadingAhead, isFetchingNextPage, fetchNextPage]);

  if (error !== null && data === undefined) {
    return <ErrorState problem={error} onRetry={() => void query.refetch()} />;
  }

  const bookings =
    data === undefined
      ? undefined
      : paidBookings(
          data.pages.flatMap((each) => each.items),
          when,
          now,
        );
  const isEmpty = bookings?.length === 0 && !hasNextPage;
  if (isEmpty) {
    return when === "upcoming" ? (
      <EmptyState
        icon={IconTicketOff}
        title="Nothing planned yet"
        text="Choose a film, take your seats, and your tickets appear here."
        action={<LinkButton to="/booking/films">See what is on</LinkButton>}
      />
    ) : (
      <EmptyState
        icon={IconTicketOff}
        title="No past bookings"
        text="What you have seen will be listed here."
      />
    );
  }

  return (
    <>
      <BookingList
        bookings={bookings?.length === 0 && isReadingAhead ? undefined : bookings}
        onOpen={onOpen}
      />
      {hasNextPage && !isReadingAhead ? (
        <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {when === "past" ? "Show earlier ones" : "Read the rest"}
        </Button>
      ) : null}
    </>
  );
}
