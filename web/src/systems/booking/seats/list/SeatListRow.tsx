import type { KeyboardEvent, Ref } from "react";
import type { HouseRow, HouseSeat } from "../../seatmap/House";
import { seatWords } from "../seatWords";
import type { Picker } from "../usePicker";
import { SeatButton } from "./SeatButton";
import styles from "./SeatList.module.css";

interface Props {
  readonly ref: Ref<HTMLDivElement>;
  readonly index: number;
  readonly start: number;
  readonly row: HouseRow;
  readonly seats: readonly HouseSeat[];
  /** The one seat of the list that Tab leads to. */
  readonly entry: number | undefined;
  readonly picker: Picker;
  readonly onKey: (seat: HouseSeat, event: KeyboardEvent) => void;
  readonly onFocus: (index: number) => void;
}

/** A row with a button a seat. */
export function SeatListRow({ ref, index, start, row, seats, entry, picker, onKey, onFocus }: Props) {
  const { house, lookOf, currency } = picker;
  const free = row.seats.filter((seat) => lookOf(seat) === "free").length;
  return (
    <div
      ref={ref}
      data-index={index}
      role="row"
      aria-rowindex={index + 1}
      className={styles.row}
      style={{ transform: `translateY(${start}px)` }}
    >
      <div role="rowheader" className={styles.head}>
        <strong>Row {row.label}</strong>
        <span>
          {free} of {row.seats.length} free
        </span>
      </div>
      <div className={styles.seats}>
        {seats.map((seat) => {
          const look = lookOf(seat);
          return (
            <SeatButton
              key={seat.index}
              seat={seat}
              look={look}
              words={seatWords(house, seat, look, currency)}
              isEntry={entry === seat.index}
              onPress={() => picker.toggle(seat)}
              onKey={(event) => onKey(seat, event)}
              onFocus={() => onFocus(seat.index)}
            />
          );
        })}
      </div>
    </div>
  );
}
