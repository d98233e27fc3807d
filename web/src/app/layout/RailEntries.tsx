import { Link } from "@tanstack/react-router";
import type { NavEntry } from "@/systems/System";
import styles from "./Rail.module.css";

interface Props {
  readonly entries: readonly NavEntry[];
}

/** The pages below what is in use. */
export function RailEntries({ entries }: Props) {
  return (
    <ul className={styles.entries}>
      {entries.map((entry) => (
        <li key={entry.to}>
          <Link
            to={entry.to}
            className={styles.entry}
            activeOptions={{ exact: entry.exact ?? false, includeSearch: false }}
            activeProps={{ "data-active": true }}
          >
            <entry.icon size={16} stroke={1.75} aria-hidden />
            {entry.label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
