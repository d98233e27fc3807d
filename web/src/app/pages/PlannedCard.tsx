import { Link } from "@tanstack/react-router";
import type { CSSProperties } from "react";
import type { System } from "@/systems/System";
import styles from "./HomePage.module.css";

interface Props {
  readonly system: System;
}

/** A system that is not built yet, on the home page. */
export function PlannedCard({ system }: Props) {
  const { icon: Icon, summary, title } = system;
  return (
    <li data-hue style={{ "--hue": system.hue } as CSSProperties}>
      <Link to="/$system" params={{ system: system.id }} className={styles.small}>
        <Icon size={22} stroke={1.5} className={styles.icon} aria-hidden />
        <span>
          <strong>{title}</strong>
          <small>{summary}</small>
        </span>
      </Link>
    </li>
  );
}
