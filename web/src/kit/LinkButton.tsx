import { Button } from "@mantine/core";
import { createLink } from "@tanstack/react-router";

/** A button that leads to a page: `<LinkButton to="/booking/movies/$id" params={{ id }}>`. */
export const LinkButton = createLink(Button<"a">);
