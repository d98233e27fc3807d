import { IconClockHour4 } from "@tabler/icons-react";
import { basketOf } from "../basket";
import { type Hold, rungWords } from "../Hold";
import { HoldClock } from "../HoldClock";
import type { Picker } from "../usePicker";
import { BasketLines } from "./BasketLines";
import styles from "./HoldPanel.module.css";

interface Props {
  readonly picker: Picker;
  readonly hold: Hold;
  readonly holdSeconds: number;
}

/** What is held, for how long, and how the party sits. */
export function HoldPanel({ picker, hold, holdSeconds }: Props) {
  const places = hold.area === undefined ? undefined : { area: hold.area, count: hold.places };
  const words = rungWords(hold.rung);
  return (
    <>
      <div className={styles.held} role="status">
        <IconClockHour4 size={20} aria-hidden />
        <span className={styles.title}>{hold.isOffer ? "Offered to you" : "Held for you"}</span>
        <HoldClock hold={hold} holdSeconds={holdSeconds} onEnd={picker.lapse} />
      </div>
      {words === undefined ? null : <p className={styles.rung}>{words}</p>}
      <BasketLines lines={basketOf(picker.house, hold.seats, places)} currency={hold.currency} />
    </>
  );
}
