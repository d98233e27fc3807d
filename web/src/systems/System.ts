import type { LinkProps } from "@tanstack/react-router";
import type { ComponentType } from "react";
import type { SearchProvider } from "./Search";

interface IconProps {
  readonly size?: number | string;
  readonly stroke?: number | string;
  readonly className?: string | undefined;
  readonly "aria-hidden"?: boolean;
}

export type SystemIcon = ComponentType<IconProps>;

/** A page of a system that stands in the navigation. */
export interface NavEntry {
  readonly label: string;
  readonly to: NonNullable<LinkProps["to"]>;
  readonly icon: SystemIcon;
  /** Whether only the very path is this page, and not what lies below it. */
  readonly exact?: boolean;
  /** Whom it is shown to; everybody unless said. */
  readonly role?: "user" | "admin";
}

/** One of the ten backends, as the rest of the app sees it. */
export interface System {
  readonly id: string;
  readonly title: string;
  /** One line: what it does. */
  readonly summary: string;
  /** What makes it hard, for its page while it is not built and for the home page. */
  readonly promises: readonly string[];
  /** The hue (0 to 360, OKLCH) of its icon and its first chart series. */
  readonly hue: number;
  readonly icon: SystemIcon;
  /** Empty while it is not built: then `/<id>` says what it will do. */
  readonly entries: readonly NavEntry[];
  /** What stands beside each of its pages, such as an assistant; loaded with the first of them. */
  readonly Beside?: ComponentType;
  /** What it has to show just now, on the home page; loaded when needed. */
  readonly Glance?: ComponentType;
  /** Loads what finds its things for the search (Ctrl-K). */
  readonly search?: () => Promise<SearchProvider>;
}
