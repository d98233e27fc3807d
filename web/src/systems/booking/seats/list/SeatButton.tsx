import type { KeyboardEvent } from "react";
import type { HouseSeat } from "../../seatmap/House";
import type { SeatLook } from "../../seatmap/SeatLook";
import { SeatSwatch } from "../../seatmap/SeatSwatch";
import styles from "./SeatList.module.css";

interface Props {
  readonly seat: HouseSeat;
  readonly look: SeatLook;
  readonly words: string;
  readonly isEntry: boolean;
  readonly onPress: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
}

/** A seat as a cell of the list. */
export function SeatButton({ seat, look, words, isEntry, onPress, onKey, onFocus }: Props) {
  const isMine = look === "chosen" || look === "mine";
  return (
    <div role="gridcell" aria-selected={isMine}>
      <button
        type="button"
        className={styles.seat}
        data-seat={seat.index}
        data-look={look}
        aria-label={words}
        aria-disabled={!isMine && look !== "free"}
        tabIndex={isEntry ? 0 : -1}
        onClick={onPress}
        onKeyDown={onKey}
        onFocus={onFocus}
      >
        <SeatSwatch zone={seat.zone} kind={seat.kind} look={look} size={18} />
        {seat.number}
      </button>
    </div>
  );
}
