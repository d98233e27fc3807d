import { Link } from "@tanstack/react-router";
import type { CSSProperties } from "react";
import { entriesFor } from "@/systems/entriesFor";
import type { System } from "@/systems/System";
import styles from "./Rail.module.css";
import { RailEntries } from "./RailEntries";

interface Props {
  readonly system: System;
  readonly isHere: boolean;
  readonly isFolded: boolean;
  readonly role: string | undefined;
}

/** One system in the rail; opened, its pages stand below it. */
export function RailSystem({ system, isHere, isFolded, role }: Props) {
  const { icon: Icon } = system;
  const isBuilt = system.entries.length > 0;
  const shown = entriesFor(system, role);
  const [first] = system.entries;
  const target = first === undefined ? { to: "/$system", params: { system: system.id } } : { to: first.to };
  return (
    <li data-hue style={{ "--hue": system.hue } as CSSProperties}>
      <Link
        {...target}
        className={styles.system}
        title={isFolded ? system.title : undefined}
        data-here={isHere || undefined}
        data-planned={!isBuilt || undefined}
        aria-label={isFolded ? system.title : undefined}
      >
        <Icon size={20} stroke={1.75} className={styles.icon} aria-hidden />
        {isFolded ? null : <span>{system.title}</span>}
        {isFolded || isBuilt ? null : <small>planned</small>}
      </Link>
      {isHere && !isFolded && shown.length > 0 ? <RailEntries entries={shown} /> : null}
    </li>
  );
}
