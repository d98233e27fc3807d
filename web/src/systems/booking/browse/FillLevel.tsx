import type { Schemas } from "@/api/client";
import { useNow } from "@/kit/useNow";
import styles from "./FillLevel.module.css";
import { fillOf } from "./fill";

interface Props {
  readonly showtime: Schemas["ShowtimeAnswer"];
  /** Whether only the bar, for places where the words stand elsewhere. */
  readonly isBare?: boolean;
}

/** How full the house is: a bar, and how many are left in words. */
export function FillLevel({ showtime, isBare = false }: Props) {
  const { share, label, state } = fillOf(showtime, useNow(60_000));
  const level = Math.round(share * 100);
  return (
    <span className={styles.fill} data-state={state} title={`${level}\u202f% taken`}>
      <span className={styles.bar} aria-hidden>
        <span className={styles.level} style={{ transform: `scaleX(${share})` }} />
      </span>
      {isBare ? null : <span className={styles.label}>{label}</span>}
    </span>
  );
}
