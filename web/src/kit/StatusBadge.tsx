import type { ReactNode } from "react";
import type { SystemIcon } from "@/systems/System";
import styles from "./StatusBadge.module.css";

interface Props {
  readonly meaning: "good" | "warning" | "bad" | "info" | "neutral";
  /** A sign besides the colour. */
  readonly icon?: SystemIcon;
  readonly children: ReactNode;
}

/** A state in a word; the colour only underlines it. */
export function StatusBadge({ meaning, icon: Icon, children }: Props) {
  return (
    <span className={styles.badge} data-meaning={meaning}>
      {Icon === undefined ? <span className={styles.dot} aria-hidden /> : <Icon size={14} aria-hidden />}
      {children}
    </span>
  );
}
