import type { ReactNode } from "react";
import styles from "./BigNumber.module.css";

interface Props {
  readonly label: string;
  readonly children: ReactNode;
}

/** The row of big numbers at a dashboard's top. */
export function BigNumbers({ label, children }: Props) {
  return (
    <dl className={styles.row} aria-label={label}>
      {children}
    </dl>
  );
}
