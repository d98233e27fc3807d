import { Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";

type Props = ButtonProps & Omit<ComponentPropsWithRef<"a">, keyof ButtonProps>;

/** A link that looks like a button. */
function ButtonAnchor(props: Props) {
  return <Button component="a" {...props} />;
}

/** A button that leads to a page: `<LinkButton to="/booking/movies/$id" params={{ id }}>`. */
export const LinkButton = createLink(ButtonAnchor);
