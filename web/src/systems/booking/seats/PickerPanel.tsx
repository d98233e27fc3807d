import { ActionIcon } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconChevronUp } from "@tabler/icons-react";
import type { Schemas } from "@/api/client";
import { Legend } from "../seatmap/Legend";
import styles from "./PickerPanel.module.css";
import { ChoiceFooter } from "./panel/ChoiceFooter";
import { ChoicePanel, Refusal } from "./panel/ChoicePanel";
import { HoldFooter } from "./panel/HoldFooter";
import { HoldPanel } from "./panel/HoldPanel";
import type { Picker } from "./usePicker";

interface Props {
  readonly picker: Picker;
  readonly showtime: Schemas["ShowtimeAnswer"];
  /** On phones: whether the sheet is pulled up. */
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** Beside the map, or on phones a sheet below it that can be pulled up. */
export function PickerPanel({ picker, showtime, isOpen, onOpen }: Props) {
  const isNarrow = useMediaQuery("(max-width: 900px)") ?? false;
  const { hold } = picker.holding;
  const hasBody = !isNarrow || isOpen;
  return (
    <aside className={styles.panel} data-open={isOpen || undefined} aria-label="Your seats">
      {isNarrow ? (
        <ActionIcon
          className={styles.handle}
          variant="subtle"
          color="gray"
          aria-label={isOpen ? "Pull the sheet down" : "Pull the sheet up"}
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
        >
          <IconChevronUp size={20} className={styles.chevron} data-open={isOpen || undefined} />
        </ActionIcon>
      ) : null}
      {hasBody ? (
        <div className={styles.body}>
          {hold === undefined ? (
            <ChoicePanel picker={picker} movieId={showtime.movieId} />
          ) : (
            <HoldPanel picker={picker} hold={hold} holdSeconds={showtime.holdSeconds} />
          )}
          {isNarrow ? <Legend house={picker.house} currency={picker.currency} /> : null}
        </div>
      ) : (
        <div className={styles.brief}>{hold === undefined ? <Refusal picker={picker} /> : null}</div>
      )}
      {hold === undefined ? (
        <ChoiceFooter picker={picker} {...(hasBody ? {} : { onMore: () => onOpen(true) })} />
      ) : (
        <HoldFooter
          picker={picker}
          hold={hold}
          {...(hasBody ? {} : { brief: { holdSeconds: showtime.holdSeconds } })}
        />
      )}
    </aside>
  );
}
