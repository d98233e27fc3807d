import { Anchor } from "@mantine/core";
import { createLink } from "@tanstack/react-router";

/** A link within a text, with the router's checked paths. */
export const LinkAnchor = createLink(Anchor<"a">);
