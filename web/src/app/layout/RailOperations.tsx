import { IconActivityHeartbeat } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { operationsEntries } from "../operations/entries";
import styles from "./Rail.module.css";
import { RailEntries } from "./RailEntries";

interface Props {
  readonly isFolded: boolean;
  /** Whether one of its pages is shown. */
  readonly isHere: boolean;
}

/** The way to the operators' console, which belongs to no single system. */
export function RailOperations({ isFolded, isHere }: Props) {
  return (
    <div className={styles.operations}>
      <Link
        to="/operations/system"
        className={styles.system}
        data-here={isHere || undefined}
        aria-label="Operations"
        title={isFolded ? "Operations" : undefined}
      >
        <IconActivityHeartbeat size={20} stroke={1.75} aria-hidden />
        {isFolded ? null : <span>Operations</span>}
      </Link>
      {isHere && !isFolded ? <RailEntries entries={operationsEntries} /> : null}
    </div>
  );
}
