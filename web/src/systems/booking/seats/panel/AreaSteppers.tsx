import { Money } from "@/kit/Money";
import { Stepper } from "@/kit/Stepper";
import { SeatSwatch } from "../../seatmap/SeatSwatch";
import { mostSeats } from "../selection";
import type { Picker } from "../usePicker";
import styles from "./AreaSteppers.module.css";

interface Props {
  readonly picker: Picker;
}

/** Places in the areas without seats, by number. */
export function AreaSteppers({ picker }: Props) {
  const { house, selection, seats, currency } = picker;
  if (house.areas.length === 0) return null;
  return (
    <section className={styles.areas} aria-label="Places without seats">
      {house.areas.map((area, index) => {
        const count = selection.places?.area === area.name ? selection.places.count : 0;
        const free = seats.areas[index]?.free ?? 0;
        return (
          <div key={area.name} className={styles.area}>
            <SeatSwatch zone={area.zone} size={24} />
            <span className={styles.what}>
              <span className={styles.name}>{area.name}</span>
              <span className={styles.left}>
                <Money cents={area.priceCents} currency={currency} /> · {free.toLocaleString("en")} free
              </span>
            </span>
            <Stepper
              label={`Places in ${area.name}`}
              value={count}
              max={Math.min(free, mostSeats - selection.seats.length)}
              onChange={(value) => picker.setPlaces(area.name, value)}
              disabled={selection.isSending}
            />
          </div>
        );
      })}
    </section>
  );
}
