import type { ReactNode } from "react";
import styles from "./Dashboard.module.css";

interface Props {
  /** What the panels have in common; a heading above them. */
  readonly title?: string;
  readonly children: ReactNode;
}

/** Panels in twelve columns; fewer beside each other where there is less room. */
export function PanelGrid({ title, children }: Props) {
  return (
    <>
      {title === undefined ? null : <p className={styles.heading}>{title}</p>}
      <div className={styles.grid}>{children}</div>
    </>
  );
}
