import type { ReactNode } from "react";
import type { SystemIcon } from "@/systems/System";
import styles from "./Notice.module.css";

interface Props {
  readonly meaning: "good" | "warning" | "bad" | "info";
  readonly icon: SystemIcon;
  readonly title?: string | undefined;
  readonly children?: ReactNode;
}

/** Something to know right here: what happened, and what to do. */
export function Notice({ meaning, icon: Icon, title, children }: Props) {
  return (
    <div className={styles.notice} data-meaning={meaning}>
      <Icon size={20} className={styles.icon} aria-hidden />
      <div className={styles.words}>
        {title === undefined ? null : <strong className={styles.title}>{title}</strong>}
        {children}
      </div>
    </div>
  );
}
