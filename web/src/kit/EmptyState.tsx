import type { ReactNode } from "react";
import type { SystemIcon } from "@/systems/System";
import styles from "./State.module.css";

interface Props {
  readonly icon: SystemIcon;
  readonly title: string;
  readonly text?: ReactNode;
  /** The first step, as a button or link. */
  readonly action?: ReactNode;
  /** Whether it is the whole page, and its title the page's heading. */
  readonly isPage?: boolean;
}

/** Says that there is nothing, why, and what to do first. */
export function EmptyState({ icon: Icon, title, text, action, isPage = false }: Props) {
  return (
    <div className={styles.state}>
      <Icon size={40} stroke={1.25} className={styles.icon} aria-hidden />
      {isPage ? (
        <h1 tabIndex={-1} className={styles.title}>
          {title}
        </h1>
      ) : (
        <p className={styles.title}>{title}</p>
      )}
      {text === undefined ? null : <p className={styles.text}>{text}</p>}
      {action === undefined ? null : <div className={styles.action}>{action}</div>}
    </div>
  );
}
