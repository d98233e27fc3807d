import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import styles from "./Chat.module.css";

interface Props {
  readonly to: string;
  readonly title: string;
  readonly line: string;
  readonly side?: ReactNode;
  readonly onLeave: () => void;
}

/** One thing found, and the way to it. */
export function ResultCard({ to, title, line, side, onLeave }: Props) {
  return (
    <li>
      <Link to={to} className={styles.card} onClick={onLeave}>
        <span className={styles.cardText}>
          <strong>{title}</strong>
          <small>{line}</small>
        </span>
        {side === undefined ? null : <span className={styles.cardSide}>{side}</span>}
      </Link>
    </li>
  );
}
