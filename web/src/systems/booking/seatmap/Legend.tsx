import { formatMoney } from "@/kit/format";
import type { House } from "./House";
import styles from "./Legend.module.css";
import { lookNames, type SeatLook } from "./SeatLook";
import { SeatSwatch } from "./SeatSwatch";

interface Props {
  readonly house: House;
  readonly currency: string;
  /** The states that are explained. */
  readonly looks?: readonly SeatLook[];
}

const usual: readonly SeatLook[] = ["chosen", "mine", "held", "sold", "blocked"];

/** What the map's seats mean: zones with their prices, states, and seats of a kind. */
export function Legend({ house, currency, looks = usual }: Props) {
  const zonesInUse = new Set([
    ...house.seats.map((seat) => seat.zone),
    ...house.areas.map((area) => area.zone),
  ]);
  const kinds = (["accessible", "companion"] as const).filter((kind) =>
    house.seats.some((seat) => seat.kind === kind),
  );
  return (
    <ul className={styles.legend} aria-label="Legend">
      {house.zones.map((zone, index) =>
        zonesInUse.has(index) ? (
          <li key={zone.name}>
            <SeatSwatch zone={index} />
            {zone.name}
            {zone.priceCents === 0 ? null : (
              <span className={styles.price}>{formatMoney(zone.priceCents, currency)}</span>
            )}
          </li>
        ) : null,
      )}
      {kinds.map((kind) => (
        <li key={kind}>
          <SeatSwatch kind={kind} />
          {kind === "accessible" ? "Accessible" : "Companion"}
        </li>
      ))}
      {looks.map((look) => (
        <li key={look}>
          <SeatSwatch look={look} />
          {sentence(lookNames[look])}
        </li>
      ))}
    </ul>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
