import { useCallback, useMemo, useState } from "react";
import type { Schemas } from "@/api/client";
import { formatDateTime, formatExact, formatPercent } from "@/kit/format";
import { Page } from "@/kit/Page";
import { PageHeader } from "@/kit/PageHeader";
import type { Insets } from "../../seatmap/camera";
import type { HouseSeat } from "../../seatmap/House";
import { houseOfSeats } from "../../seatmap/houseOfSeats";
import { Legend } from "../../seatmap/Legend";
import type { SeatLook } from "../../seatmap/SeatLook";
import { SeatMap } from "../../seatmap/SeatMap";
import { LiveBadge } from "../../seats/LiveBadge";
import { seatWords } from "../../seats/seatWords";
import { useLiveSeats } from "../../seats/useLiveSeats";
import { AreaBlocks } from "./AreaBlocks";
import styles from "./BoxOffice.module.css";
import { countStatuses } from "./houseSeats";
import { LiveHolds } from "./LiveHolds";
import { SeatBlocks } from "./SeatBlocks";

interface Props {
  readonly showtime: Schemas["ShowtimeAnswer"];
  readonly answer: Schemas["SeatsAnswer"];
}

const none: ReadonlySet<number> = new Set();

const edges: Insets = { top: 8, right: 8, bottom: 8, left: 8 };

/** The house as it is, live; chosen seats and places are taken off sale or put back. */
export function BoxOffice({ showtime, answer }: Props) {
  const house = useMemo(() => houseOfSeats(answer), [answer]);
  const live = useLiveSeats(answer, house);
  const [chosen, setChosen] = useState(none);
  const { statuses } = live;
  const lookOf = useCallback(
    (seat: HouseSeat): SeatLook => (chosen.has(seat.index) ? "chosen" : (statuses[seat.index] ?? "free")),
    [chosen, statuses],
  );
  const toggle = (seat: HouseSeat) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(seat.index)) after.add(seat.index);
      return after;
    });
  const places = house.areas.reduce((sum, area) => sum + area.capacity, 0);
  const counts = countStatuses(statuses, live.areas, places);
  const capacity = house.seats.length + places;
  const figures = [
    ["Free", counts.free],
    ["Held", counts.held],
    ["Sold", counts.sold],
    ["Blocked", counts.blocked],
  ] as const;
  const faces = useMemo(() => live.areas.map((area) => ({ free: area.free, mine: 0 })), [live.areas]);
  return (
    <Page size="list">
      <PageHeader
        title={`Box office: ${showtime.movieTitle}`}
        description={`${showtime.theaterName}, ${showtime.city}, ${formatDateTime(new Date(showtime.startsAt))}`}
        actions={<LiveBadge stream={live.stream} />}
      />
      <div className={styles.office}>
        <div className={styles.map}>
          <SeatMap
            house={house}
            label={`Seats for ${showtime.movieTitle}`}
            lookOf={lookOf}
            describe={(seat) =>
              `${seatWords(house, seat, statuses[seat.index] ?? "free", answer.currency)}${chosen.has(seat.index) ? ", chosen" : ""}`
            }
            areas={faces}
            insets={edges}
            flashes={live.flashes}
            onSeat={toggle}
            onBrush={(seats) => setChosen(new Set([...chosen, ...seats.map((seat) => seat.index)]))}
            tooltip={(hit) =>
              hit.kind === "area"
                ? `${hit.area.area.name}, ${formatExact(live.areas[hit.area.index]?.free)} free`
                : seatWords(house, hit.seat, statuses[hit.seat.index] ?? "free", answer.currency)
            }
          />
        </div>
        <aside className={styles.side}>
          <dl className={styles.figures}>
            {figures.map(([label, count]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{formatExact(count)}</dd>
                <dd className={styles.note}>
                  {formatPercent(capacity === 0 ? undefined : count / capacity)}
                </dd>
              </div>
            ))}
          </dl>
          <SeatBlocks
            showtimeId={showtime.id}
            house={house}
            statuses={statuses}
            chosen={chosen}
            onChoose={(seats) => setChosen(new Set(seats.map((seat) => seat.index)))}
          />
          {house.areas.length === 0 ? null : (
            <AreaBlocks showtimeId={showtime.id} house={house} areas={live.areas} />
          )}
          <LiveHolds showtimeId={showtime.id} isAnyHeld={counts.held > 0} />
          <div className={styles.legend}>
            <Legend house={house} currency={answer.currency} looks={["chosen", "held", "sold", "blocked"]} />
          </div>
        </aside>
      </div>
    </Page>
  );
}
