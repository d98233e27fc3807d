import { ActionIcon, UnstyledButton } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import styles from "./DayStrip.module.css";

/** One day that can be chosen. */
export interface Day {
  /** As 2030-12-31. */
  readonly date: string;
  /** `Today`, `Tue`. */
  readonly weekday: string;
  /** `24`. */
  readonly number: string;
  /** `Nov`. */
  readonly month: string;
}

interface Props {
  readonly label: string;
  readonly days: readonly Day[];
  readonly value: string | undefined;
  /** Absent when a day must be chosen; otherwise there is an "any day" in front, and it is what is called without. */
  readonly anyLabel?: string;
  readonly onChange: (date: string | undefined) => void;
  readonly onPoint?: (date: string) => void;
}

/** Days in a row to choose one of; scrolls sideways. */
export function DayStrip({ label, days, value, anyLabel, onChange, onPoint }: Props) {
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chosen = strip.current?.querySelector<HTMLElement>(`[data-date="${value ?? ""}"]`);
    if (chosen == null || strip.current === null) return;
    strip.current.scrollLeft = chosen.offsetLeft - strip.current.clientWidth / 2 + chosen.clientWidth / 2;
  }, [value]);
  const page = (direction: 1 | -1) =>
    strip.current?.scrollBy({ left: direction * strip.current.clientWidth * 0.8, behavior: "smooth" });
  return (
    <div className={styles.frame}>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={styles.page}
        aria-hidden
        tabIndex={-1}
        onClick={() => page(-1)}
      >
        <IconChevronLeft size={18} />
      </ActionIcon>
      <div ref={strip} className={styles.strip} role="group" aria-label={label}>
        {anyLabel === undefined ? null : (
          <UnstyledButton
            className={styles.any}
            data-date=""
            aria-pressed={value === undefined}
            onClick={() => onChange(undefined)}
          >
            {anyLabel}
          </UnstyledButton>
        )}
        {days.map((day) => (
          <UnstyledButton
            key={day.date}
            className={styles.day}
            data-date={day.date}
            aria-pressed={day.date === value}
            onClick={() => onChange(day.date)}
            onPointerEnter={() => onPoint?.(day.date)}
          >
            <span className={styles.weekday}>{day.weekday}</span>{" "}
            <span className={styles.number}>
              {day.number}
              <span className={styles.month}> {day.month}</span>
            </span>
          </UnstyledButton>
        ))}
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={styles.page}
        aria-hidden
        tabIndex={-1}
        onClick={() => page(1)}
      >
        <IconChevronRight size={18} />
      </ActionIcon>
    </div>
  );
}
