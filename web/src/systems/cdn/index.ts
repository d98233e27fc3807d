import { IconWorld } from "@tabler/icons-react";
import type { System } from "../System";

export const cdn: System = {
  id: "cdn",
  title: "CDN",
  summary: "Files from the edge that is nearest, and gone everywhere when told.",
  promises: [
    "One request to the origin, however many ask at once",
    "Purged everywhere within a second",
    "Shows where every byte came from",
  ],
  hue: 230,
  icon: IconWorld,
  entries: [],
};
