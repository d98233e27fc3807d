import { Drawer } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  readonly isOpen: boolean;
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly width?: number;
}

/** Shows one row beside the list, which keeps its place. Closes with Escape and gives the focus back. */
export function SidePanel({ isOpen, title, onClose, children, width = 440 }: Props) {
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size={width}
      title={title}
      overlayProps={{ backgroundOpacity: 0.15 }}
      styles={{ title: { fontSize: 16, fontWeight: 600 } }}
      closeButtonProps={{ "aria-label": "Close the panel" }}
      transitionProps={{ duration: 160 }}
    >
      {children}
    </Drawer>
  );
}
