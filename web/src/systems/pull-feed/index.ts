import { IconNews } from "@tabler/icons-react";
import type { System } from "../System";

export const pullFeed: System = {
  id: "pull-feed",
  title: "Pull feed",
  summary: "A news feed put together when it is read, ranked for its reader.",
  promises: [
    "Ranking within the time a page takes to open",
    "Only what is new since the last visit is computed",
    "Says why a post is where it is",
  ],
  hue: 265,
  icon: IconNews,
  entries: [],
};
