import { Skeleton } from "@mantine/core";
import styles from "./SeatPicker.module.css";

/** The picker's outline while it loads, at its final size. */
export function PickerSkeleton() {
  return (
    <div className={styles.picker} aria-busy>
      <div className={styles.header}>
        <Skeleton width={240} height={24} />
      </div>
      <div className={styles.map}>
        <Skeleton className={styles.ghost} radius="lg" />
      </div>
      <div className={styles.panel}>
        <Skeleton height={120} />
        <Skeleton height={44} />
        <Skeleton height={44} />
      </div>
    </div>
  );
}
