import { Button, Skeleton } from "@mantine/core";
import { IconArmchair, IconClockExclamation, IconMapPin } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Schemas } from "@/api/client";
import { ConfirmButton } from "@/kit/ConfirmButton";
import { formatDay, formatTime } from "@/kit/format";
import { LinkButton } from "@/kit/LinkButton";
import { Money } from "@/kit/Money";
import { Notice } from "@/kit/Notice";
import { Zone } from "@/kit/Zone";
import { mine } from "../bookings/queries";
import type { Hold } from "../seats/Hold";
import { HoldClock } from "../seats/HoldClock";
import { partyWords } from "../seats/seatWords";
import { useHold } from "../seats/useHold";
import styles from "./OrderSummary.module.css";
import { isUnderWay, type Payment } from "./payment";

interface Props {
  readonly booking: Schemas["BookingAnswer"];
  /** Absent once it has run out. */
  readonly hold: Hold | undefined;
  readonly showtime: Schemas["ShowtimeAnswer"] | undefined;
  readonly payment: Payment;
}

/** What is paid for, how long it is held, and the ways out. */
export function OrderSummary({ booking, hold, showtime, payment }: Props) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const showtimeId = String(booking.showtimeId);
  const holding = useHold(showtimeId);
  const kept = holding.hold?.bookingId === booking.bookingId ? holding.hold : hold;
  const reread = () => void queries.invalidateQueries({ queryKey: mine });
  const starts = booking.startsAt == null ? undefined : new Date(booking.startsAt);
  const isBusy = holding.isBusy || isUnderWay(payment);

  return (
    <section className={styles.summary} aria-label="What you book">
      {hold === undefined || kept === undefined ? (
        <Notice meaning="warning" icon={IconClockExclamation} title="The hold has run out">
          Pay all the same: if the seats are still free they are yours, otherwise the money goes straight
          back.
        </Notice>
      ) : (
        <div className={styles.clock}>
          <span className={styles.clockTitle}>{hold.isOffer ? "Offered to you" : "Held for you"}</span>
          <HoldClock hold={kept} holdSeconds={showtime?.holdSeconds ?? 300} onEnd={reread} />
        </div>
      )}
      <div className={styles.show}>
        <h2>{booking.movieTitle ?? <Skeleton height={24} />}</h2>
        {starts === undefined ? null : (
          <p>
            {formatDay(starts)}, <strong>{formatTime(starts)}</strong>
            <Zone />
          </p>
        )}
        <p className={styles.where}>
          <IconMapPin size={16} aria-hidden />
          {booking.theaterName}
          {showtime === undefined ? null : `, ${showtime.city}`}
        </p>
        <p className={styles.where}>
          <IconArmchair size={16} aria-hidden />
          {seatList(booking)}
        </p>
      </div>
      <div className={styles.total}>
        <span>{partyWords(booking.seats.length, booking.places ?? 0)}</span>
        <strong>
          <Money cents={booking.amountCents} currency={booking.currency} />
        </strong>
      </div>
      {hold === undefined ? (
        <LinkButton variant="default" to="/booking/showtimes/$id" params={{ id: showtimeId }}>
          Choose again
        </LinkButton>
      ) : (
        <div className={styles.buttons}>
          <Button variant="default" disabled={isBusy || kept?.mayExtend === false} onClick={holding.extend}>
            Extend
          </Button>
          <ConfirmButton
            label="Release"
            disabled={isBusy}
            question="Give these seats back?"
            consequence="They are free for everybody at once, and nothing is charged."
            confirm="Give back"
            onConfirm={async () => {
              if (await holding.release())
                await navigate({ to: "/booking/showtimes/$id", params: { id: showtimeId } });
            }}
          />
        </div>
      )}
    </section>
  );
}

/** "F12, F13 and 2 places in Floor". */
export function seatList({ seats, area, places }: Schemas["BookingAnswer"]): string {
  const parts = [...seats];
  if (area != null && places != null) parts.push(`${places} in ${area}`);
  return parts.join(", ");
}
