import { Link } from "@tanstack/react-router";
import { CompactNumber } from "@/kit/CompactNumber";
import styles from "./Archive.module.css";
import type { ArchiveHead } from "./archiveQueries";
import { type ArchiveSearch, type ArchiveType, archiveTypes } from "./archiveSearch";

interface Props {
  readonly heads: readonly ArchiveHead[];
  readonly type: ArchiveType;
  /** The one that is open. */
  readonly window: string;
  readonly search: ArchiveSearch;
}

/** What has ended, the latest first. */
export function WindowList({ heads, type, window, search }: Props) {
  return (
    <nav aria-label={archiveTypes[type]}>
      <ul className={styles.windows}>
        {heads.map((head) => (
          <li key={head.window}>
            <Link
              to="/leaderboards/archive"
              search={{ ...search, window: head.window }}
              className={styles.window}
              data-active={head.window === window || undefined}
              aria-current={head.window === window ? "page" : undefined}
            >
              <span>{type === "contest" ? `Event ${head.window}` : head.window}</span>
              <span>
                <CompactNumber value={head.totalPlayers} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
