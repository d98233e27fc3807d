import { Drawer } from "@mantine/core";
import styles from "./Layout.module.css";
import { Rail } from "./Rail";

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The rail on phones. */
export function NavigationDrawer({ isOpen, onClose }: Props) {
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      size={288}
      withCloseButton={false}
      aria-label="Navigation"
      classNames={{ body: styles.drawer ?? "" }}
      transitionProps={{ duration: 160 }}
    >
      <Rail isFolded={false} />
    </Drawer>
  );
}
