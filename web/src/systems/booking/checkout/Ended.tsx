import { IconArrowBackUp, IconCashBanknote, IconCircleX, IconClockOff } from "@tabler/icons-react";
import type { Schemas } from "@/api/client";
import type { ApiProblem } from "@/api/problem";
import { EmptyState } from "@/kit/EmptyState";
import { formatMoney } from "@/kit/format";
import { LinkButton } from "@/kit/LinkButton";
import { seatList } from "./OrderSummary";

interface Props {
  readonly booking: Schemas["BookingAnswer"];
  readonly problem: ApiProblem | undefined;
}

/** A booking nothing can be paid for any more, why, and where to go. */
export function Ended({ booking, problem }: Props) {
  const money = formatMoney(booking.amountCents, booking.currency);
  const again = (
    <LinkButton to="/booking/showtimes/$id" params={{ id: String(booking.showtimeId) }}>
      Choose other seats
    </LinkButton>
  );
  if (booking.status === "refunded" || problem?.code === "payment_refunded") {
    return (
      <EmptyState
        isPage
        icon={IconCashBanknote}
        title="The seats were gone, your money is on its way back"
        text={`The hold for ${seatList(booking)} had run out and somebody was quicker. ${money} go back to your card.`}
        action={again}
      />
    );
  }
  if (booking.status === "cancelled") {
    return (
      <EmptyState
        isPage
        icon={IconCircleX}
        title={booking.isByHouse ? "The show was cancelled" : "This booking was cancelled"}
        text={`${money} go back to your card.`}
        action={again}
      />
    );
  }
  if (booking.status === "released") {
    return (
      <EmptyState
        isPage
        icon={IconArrowBackUp}
        title="These seats were given back"
        text="Nothing was charged."
        action={again}
      />
    );
  }
  return (
    <EmptyState
      isPage
      icon={IconClockOff}
      title={problem?.title ?? "The hold has run out"}
      text={problem?.detail ?? "Nothing was charged. The seats are free for everybody again."}
      action={again}
    />
  );
}
