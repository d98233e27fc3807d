import { SegmentedControl } from "@mantine/core";
import { IconLayoutGrid, IconList } from "@tabler/icons-react";
import type { Schemas } from "@/api/client";
import { formatDay, formatExact, formatTime } from "@/kit/format";
import { Zone } from "@/kit/Zone";
import { AskButton } from "../chat/AskButton";
import { LiveBadge } from "./LiveBadge";
import styles from "./PickerHeader.module.css";
import type { PickerView } from "./SeatPicker";
import picker from "./SeatPicker.module.css";
import type { Picker } from "./usePicker";

interface Props {
  readonly showtime: Schemas["ShowtimeAnswer"];
  readonly picker: Picker;
  readonly view: PickerView;
  readonly onView: (view: PickerView) => void;
}

/** What is shown where and when, how much is left, and whether the picture is live. */
export function PickerHeader({ showtime, picker: state, view, onView }: Props) {
  const starts = new Date(showtime.startsAt);
  return (
    <header className={`${picker.header} ${styles.header}`}>
      <div className={styles.what}>
        <h1 tabIndex={-1}>{showtime.movieTitle}</h1>
        <p>
          <span>
            {formatDay(starts)}, <strong>{formatTime(starts)}</strong>
            <Zone />
          </span>
          <span>
            {showtime.theaterName}, {showtime.city}
          </span>
          <span className="tabular">{formatExact(state.freeCount)} free</span>
        </p>
      </div>
      <AskButton openers={questionsOf(showtime.movieTitle)} isSmall />
      <LiveBadge stream={state.seats.stream} />
      <SegmentedControl
        size="xs"
        value={view}
        onChange={(value) => onView(value === "list" ? "list" : "map")}
        aria-label="How seats are shown"
        data={[
          { value: "map", label: <ViewLabel icon={<IconLayoutGrid size={16} aria-hidden />} name="Map" /> },
          { value: "list", label: <ViewLabel icon={<IconList size={16} aria-hidden />} name="List" /> },
        ]}
      />
    </header>
  );
}

function questionsOf(film: string): readonly string[] {
  return [
    `What do tickets for ${film} cost?`,
    `What is ${film} about?`,
    "How long are seats held?",
    "Are there wheelchair places?",
  ];
}

function ViewLabel({ icon, name }: { readonly icon: React.ReactNode; readonly name: string }) {
  return (
    <span className={styles.view}>
      {icon}
      <span>{name}</span>
    </span>
  );
}
