import { ActionIcon } from "@mantine/core";
import { IconMenu2 } from "@tabler/icons-react";
import { AccountMenu } from "./AccountMenu";
import { ThemeToggle } from "./ThemeToggle";
import styles from "./TopBar.module.css";

interface Props {
  readonly onMenu: () => void;
}

/** Above every page: what is always at hand. */
export function TopBar({ onMenu }: Props) {
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
      <div className={styles.space} />
      <ThemeToggle />
      <AccountMenu />
    </header>
  );
}
