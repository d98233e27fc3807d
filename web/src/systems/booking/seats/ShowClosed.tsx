import { IconCalendarOff, IconClock, IconHourglass } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import type { Schemas } from "@/api/client";
import { useServerSkew } from "@/api/serverClock";
import { Countdown } from "@/kit/Countdown";
import { EmptyState } from "@/kit/EmptyState";
import { formatDateTime, timeZone } from "@/kit/format";
import { LinkButton } from "@/kit/LinkButton";
import { Page } from "@/kit/Page";
import type { ClosedReason } from "./closedReason";

interface Props {
  readonly showtime: Schemas["ShowtimeAnswer"];
  readonly reason: ClosedReason;
}

/** A show nothing is sold for, and where to go instead. */
export function ShowClosed({ showtime, reason }: Props) {
  const queries = useQueryClient();
  const skewMs = useServerSkew();
  const others = (
    <LinkButton to="/booking" search={{ search: showtime.movieTitle }}>
      Find another showtime
    </LinkButton>
  );
  return (
    <Page title={showtime.movieTitle}>
      {reason === "cancelled" ? (
        <EmptyState
          isPage
          icon={IconCalendarOff}
          title={`${showtime.movieTitle} was cancelled`}
          text="Nothing is sold for this show. Whoever had paid gets the money back, without asking for it."
          action={others}
        />
      ) : reason === "started" ? (
        <EmptyState
          isPage
          icon={IconClock}
          title={`${showtime.movieTitle} has begun`}
          text={`It started on ${formatDateTime(new Date(showtime.startsAt))} ${timeZone}. Seats are sold until then.`}
          action={others}
        />
      ) : (
        <EmptyState
          isPage
          icon={IconHourglass}
          title={`Sale begins in a while`}
          text={
            <>
              Seats for {showtime.movieTitle} are sold from {formatDateTime(new Date(showtime.onSaleAt ?? 0))}{" "}
              {timeZone}: in{" "}
              <Countdown
                until={showtime.onSaleAt ?? showtime.startsAt}
                skewMs={skewMs}
                onEnd={() =>
                  void queries.invalidateQueries({ queryKey: ["booking", "showtime", showtime.id] })
                }
              />
              .
            </>
          }
          action={
            showtime.hasWaitingRoom ? (
              <LinkButton to="/booking/showtimes/$id/waiting-room" params={{ id: showtime.id }}>
                Queue up now
              </LinkButton>
            ) : (
              others
            )
          }
        />
      )}
    </Page>
  );
}
