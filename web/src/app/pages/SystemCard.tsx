import { Link } from "@tanstack/react-router";
import type { CSSProperties } from "react";
import type { System } from "@/systems/System";
import styles from "./HomePage.module.css";

interface Props {
  readonly system: System;
}

/** A system on the home page. */
export function SystemCard({ system }: Props) {
  const { icon: Icon, entries, summary, title } = system;
  return (
    <li data-hue style={{ "--hue": system.hue } as CSSProperties}>
      <Link to="/$system" params={{ system: system.id }} className={styles.card}>
        <Icon size={28} stroke={1.5} className={styles.icon} aria-hidden />
        <span className={styles.title}>
          {title}
          {entries.length > 0 ? null : <small>planned</small>}
        </span>
        <span className={styles.summary}>{summary}</span>
      </Link>
    </li>
  );
}
