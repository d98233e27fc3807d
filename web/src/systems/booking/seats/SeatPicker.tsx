import { useLocalStorage } from "@mantine/hooks";
import { useState } from "react";
import type { Schemas } from "@/api/client";
import { SeatList } from "./list/SeatList";
import { PickerHeader } from "./PickerHeader";
import { PickerMap } from "./PickerMap";
import { PickerNotice } from "./PickerNotice";
import { PickerPanel } from "./PickerPanel";
import styles from "./SeatPicker.module.css";
import { usePicker } from "./usePicker";

interface Props {
  readonly showtime: Schemas["ShowtimeAnswer"];
  readonly answer: Schemas["SeatsAnswer"];
}

export type PickerView = "map" | "list";

/** The house as a map or as a list, and beside it what is picked or held. */
export function SeatPicker({ showtime, answer }: Props) {
  const picker = usePicker(answer);
  const [view, setView] = useLocalStorage<PickerView>({ key: "catalog-seat-view", defaultValue: "map" });
  const [isSheetOpen, setSheetOpen] = useState(false);
  return (
    <div className={styles.picker}>
      <PickerHeader showtime={showtime} picker={picker} view={view} onView={setView} />
      <div className={styles.map}>
        {view === "map" ? (
          <PickerMap picker={picker} showtime={showtime} />
        ) : (
          <SeatList picker={picker}>
            <PickerNotice picker={picker} showtime={showtime} isInline />
          </SeatList>
        )}
      </div>
      <PickerPanel picker={picker} showtime={showtime} isOpen={isSheetOpen} onOpen={setSheetOpen} />
    </div>
  );
}
