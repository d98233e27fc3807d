import { ActionIcon, UnstyledButton } from "@mantine/core";
import { IconMenu2, IconSearch } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useUser } from "@/auth/useSession";
import { AccountMenu } from "./AccountMenu";
import { ServerState } from "./ServerState";
import { ThemeToggle } from "./ThemeToggle";
import styles from "./TopBar.module.css";

interface Props {
  readonly onMenu: () => void;
  readonly onSearch: () => void;
}

const isMac = /mac/i.test(navigator.platform);

const AlertBell = lazy(() => import("./AlertBell").then((module) => ({ default: module.AlertBell })));

/** Above every page: what is always at hand. */
export function TopBar({ onMenu, onSearch }: Props) {
  const isAdmin = useUser()?.role === "admin";
  return (
    <header className={styles.bar}>
      <ActionIcon
        className={styles.menu}
        variant="subtle"
        color="gray"
        size={36}
        onClick={onMenu}
        aria-label="Open the navigation"
      >
        <IconMenu2 size={20} aria-hidden />
      </ActionIcon>
      <UnstyledButton
        className={styles.search}
        onClick={onSearch}
        aria-label="Search everything"
        aria-keyshortcuts="Control+K"
      >
        <IconSearch size={16} aria-hidden />
        <span>Search everything</span>
        <kbd aria-hidden>{isMac ? "⌘ K" : "Ctrl K"}</kbd>
      </UnstyledButton>
      <div className={styles.space} />
      <ServerState />
      {isAdmin ? (
        <Suspense>
          <AlertBell />
        </Suspense>
      ) : null}
      <ThemeToggle />
      <AccountMenu />
    </header>
  );
}
