import { formatDateTime, formatPercent, missing } from "@/kit/format";
import type { Column } from "@/kit/list/Column";
import { Money } from "@/kit/Money";
import { StatusBadge } from "@/kit/StatusBadge";
import type { PriceAdvice } from "./advice";

/** By how much it is more or less: +12.5 %. */
export function signed(percent: number): string {
  return `${percent > 0 ? "+" : percent < 0 ? "−" : ""}${formatPercent(Math.abs(percent) / 100)}`;
}

/** Whether no other price is sure to bring more. */
export const isKept = ({ currentPriceCents, suggestedPriceCents }: PriceAdvice): boolean =>
  currentPriceCents === suggestedPriceCents;

/** Showtimes with the price that is suggested for them. */
export const lowColumns: readonly Column<PriceAdvice>[] = [
  {
    id: "film",
    header: "Film",
    width: "minmax(120px, 2fr)",
    cell: ({ showtime }) => <span title={showtime.movieTitle}>{showtime.movieTitle}</span>,
  },
  {
    id: "starts",
    header: "Starts",
    width: "152px",
    from: 560,
    cell: ({ showtime }) => formatDateTime(new Date(showtime.startsAt)),
  },
  {
    id: "theater",
    header: "Theater",
    width: "minmax(100px, 1fr)",
    from: 760,
    cell: ({ showtime }) => <span title={showtime.theaterName}>{showtime.theaterName}</span>,
  },
  {
    id: "occupancy",
    header: "In the end",
    width: "80px",
    align: "end",
    cell: ({ showtime }) => formatPercent(showtime.expectedOccupancy),
  },
  {
    id: "price",
    header: "Price",
    width: "72px",
    align: "end",
    from: 480,
    cell: (each) => <Money cents={each.currentPriceCents} currency={each.currency} />,
  },
  {
    id: "suggested",
    header: "Suggested",
    width: "80px",
    align: "end",
    cell: (each) =>
      isKept(each) ? (
        "as it is"
      ) : (
        <strong>
          <Money cents={each.suggestedPriceCents} currency={each.currency} />
        </strong>
      ),
  },
  {
    id: "gain",
    header: "Revenue",
    width: "80px",
    align: "end",
    from: 620,
    cell: (each) => (isKept(each) ? missing : signed(each.gainPercent)),
  },
  {
    id: "confidence",
    header: "Sure",
    width: "88px",
    from: 860,
    cell: (each) => (
      <StatusBadge meaning={each.confidence === "high" ? "good" : "neutral"}>{each.confidence}</StatusBadge>
    ),
  },
];
