import { Money } from "@/kit/Money";
import type { Hit } from "../seatmap/geometry";
import { lookNames } from "../seatmap/SeatLook";
import { SeatSwatch } from "../seatmap/SeatSwatch";
import styles from "./HitWords.module.css";
import type { Picker } from "./usePicker";

interface Props {
  readonly hit: Hit;
  readonly picker: Picker;
}

const kinds = {
  standard: undefined,
  accessible: "Accessible: kept for people who need it",
  companion: "For those who accompany somebody in an accessible seat",
} as const;

/** What is under the pointer: a seat with its row, number, zone and price, or an area. */
export function HitWords({ hit, picker }: Props) {
  const { house, currency, lookOf, areas } = picker;
  if (hit.kind === "area") {
    const { area, index } = hit.area;
    return (
      <div className={styles.words}>
        <strong>{area.name}</strong>
        <span>
          <Money cents={area.priceCents} currency={currency} /> a place · {areas[index]?.free ?? 0} of{" "}
          {area.capacity} free
        </span>
        <span className={styles.dim}>Press to add a place</span>
      </div>
    );
  }
  const { seat } = hit;
  const look = lookOf(seat);
  const kind = kinds[seat.kind];
  return (
    <div className={styles.words}>
      <strong>
        Row {seat.row}, seat {seat.number}
      </strong>
      <span className={styles.zone}>
        <SeatSwatch zone={seat.zone} size={16} />
        {house.zones[seat.zone]?.name} · <Money cents={seat.priceCents} currency={currency} />
      </span>
      {kind === undefined ? null : <span className={styles.dim}>{kind}</span>}
      {look === "free" ? null : <span className={styles.dim}>{capital(lookNames[look])}</span>}
    </div>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
