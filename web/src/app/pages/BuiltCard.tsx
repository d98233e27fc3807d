import { IconCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type CSSProperties, Suspense } from "react";
import { useUser } from "@/auth/useSession";
import { entriesFor } from "@/systems/entriesFor";
import type { System } from "@/systems/System";
import styles from "./HomePage.module.css";

interface Props {
  readonly system: System;
}

/** A system that is there: what it promises, and the ways in. */
export function BuiltCard({ system }: Props) {
  const role = useUser()?.role;
  const { icon: Icon, title, summary, promises, Glance } = system;
  return (
    <li className={styles.card} data-hue style={{ "--hue": system.hue } as CSSProperties}>
      <div className={styles.about}>
        <span className={styles.tile}>
          <Icon size={28} stroke={1.5} aria-hidden />
        </span>
        <h2>{title}</h2>
        <p>{summary}</p>
        <nav aria-label={title} className={styles.ways}>
          {entriesFor(system, role).map((entry) => (
            <Link key={entry.to} to={entry.to} className={styles.way}>
              <entry.icon size={16} stroke={1.75} aria-hidden />
              {entry.label}
            </Link>
          ))}
        </nav>
      </div>
      <ul className={styles.promises}>
        {promises.map((promise) => (
          <li key={promise}>
            <IconCheck size={18} className={styles.check} aria-hidden />
            {promise}
          </li>
        ))}
      </ul>
      {Glance === undefined ? null : (
        <div className={styles.glance}>
          <Suspense fallback={<div className={styles.glancePlace} />}>
            <Glance />
          </Suspense>
        </div>
      )}
    </li>
  );
}
