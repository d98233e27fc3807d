import { UnstyledButton } from "@mantine/core";
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from "@tabler/icons-react";
import { Link, useRouterState } from "@tanstack/react-router";
import { useUser } from "@/auth/useSession";
import { systems } from "@/systems";
import styles from "./Rail.module.css";
import { RailOperations } from "./RailOperations";
import { RailSystem } from "./RailSystem";

interface Props {
  readonly isFolded: boolean;
  /** Absent where the width decides. */
  readonly onFold?: (() => void) | undefined;
}

/** The ten systems, and below the one in use its pages. */
export function Rail({ isFolded, onFold }: Props) {
  const here = useRouterState({ select: (state) => state.location.pathname.split("/")[1] ?? "" });
  const role = useUser()?.role;
  const FoldIcon = isFolded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className={styles.rail} aria-label="Systems" data-folded={isFolded || undefined}>
      <Link to="/" className={styles.brand} aria-label="Catalog, home">
        <img src="/icon.svg" alt="" width={28} height={28} />
        {isFolded ? null : <span>Catalog</span>}
      </Link>
      <ul className={styles.list}>
        {systems.map((system) => (
          <RailSystem
            key={system.id}
            system={system}
            isHere={system.id === here}
            isFolded={isFolded}
            role={role}
          />
        ))}
      </ul>
      {role === "admin" ? <RailOperations isFolded={isFolded} isHere={here === "operations"} /> : null}
      {onFold === undefined ? null : (
        <UnstyledButton
          className={styles.fold}
          onClick={onFold}
          aria-label={isFolded ? "Unfold the navigation" : "Fold the navigation"}
        >
          <FoldIcon size={18} aria-hidden />
        </UnstyledButton>
      )}
    </nav>
  );
}
