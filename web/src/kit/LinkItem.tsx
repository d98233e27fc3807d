import { Menu, type MenuItemProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";

type Props = MenuItemProps & Omit<ComponentPropsWithRef<"a">, keyof MenuItemProps>;

/** A link that is an item of a menu. */
function ItemAnchor(props: Props) {
  return <Menu.Item component="a" {...props} />;
}

/** A menu's item that leads to a page, with the router's checked paths. */
export const LinkItem = createLink(ItemAnchor);
