import { IconActivityHeartbeat } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import styles from "./Rail.module.css";

interface Props {
  readonly isFolded: boolean;
}

/** The way to the operators' console, which belongs to no single system. */
export function RailOperations({ isFolded }: Props) {
  return (
    <div className={styles.operations}>
      <Link
        to="/operations"
        className={styles.system}
        activeOptions={{ includeSearch: false }}
        activeProps={{ "data-here": true }}
        aria-label="Operations"
        title={isFolded ? "Operations" : undefined}
      >
        <IconActivityHeartbeat size={20} stroke={1.75} aria-hidden />
        {isFolded ? null : <span>Operations</span>}
      </Link>
    </div>
  );
}
