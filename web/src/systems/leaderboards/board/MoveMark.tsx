import { VisuallyHidden } from "@mantine/core";
import { IconCaretDownFilled, IconCaretUpFilled } from "@tabler/icons-react";
import { formatExact } from "@/kit/format";
import styles from "./Board.module.css";

interface Props {
  readonly places: number;
}

/** By how many places somebody rose or fell. */
export function MoveMark({ places }: Props) {
  const Icon = places > 0 ? IconCaretUpFilled : IconCaretDownFilled;
  const count = formatExact(Math.abs(places));
  return (
    <span className={styles.mark} data-moved={places > 0 ? "up" : "down"}>
      <Icon size={12} aria-hidden />
      <span aria-hidden>{count}</span>
      <VisuallyHidden>{places > 0 ? `up ${count}` : `down ${count}`}</VisuallyHidden>
    </span>
  );
}
