import { useMediaQuery } from "@mantine/hooks";
import type { Schemas } from "@/api/client";
import type { Insets } from "../seatmap/camera";
import { Legend } from "../seatmap/Legend";
import { SeatMap } from "../seatmap/SeatMap";
import { HitWords } from "./HitWords";
import styles from "./PickerMap.module.css";
import { PickerNotice } from "./PickerNotice";
import { seatWords } from "./seatWords";
import type { Picker } from "./usePicker";

interface Props {
  readonly picker: Picker;
  readonly showtime: Schemas["ShowtimeAnswer"];
}

const wide: Insets = { top: 8, right: 24, bottom: 64, left: 24 };
const narrow: Insets = { top: 4, right: 4, bottom: 120, left: 4 };
/** Where there is little room, what cannot be guessed. */
const few = ["held", "sold"] as const;

/** The house as a map. */
export function PickerMap({ picker, showtime }: Props) {
  const { house, currency, lookOf, selection } = picker;
  const isNarrow = useMediaQuery("(max-width: 900px)") ?? false;
  return (
    <SeatMap
      house={house}
      label={`Seats for ${showtime.movieTitle}`}
      lookOf={lookOf}
      describe={(seat) => seatWords(house, seat, lookOf(seat), currency)}
      areas={picker.areas}
      flashes={picker.seats.flashes}
      insets={isNarrow ? narrow : wide}
      onSeat={picker.toggle}
      onArea={(index) => {
        const area = house.areas[index];
        if (area === undefined || picker.holding.hold !== undefined) return;
        const count = selection.places?.area === area.name ? selection.places.count : 0;
        picker.setPlaces(area.name, count + 1);
      }}
      tooltip={(hit) => <HitWords hit={hit} picker={picker} />}
      {...(picker.shown === undefined ? {} : { focusOn: picker.shown })}
    >
      <PickerNotice picker={picker} showtime={showtime} />
      <div className={styles.legend}>
        <Legend house={house} currency={currency} {...(isNarrow ? { looks: few } : {})} />
      </div>
    </SeatMap>
  );
}
