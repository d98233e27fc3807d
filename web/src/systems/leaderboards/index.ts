import { IconArchive, IconTrophy } from "@tabler/icons-react";
import { lazy } from "react";
import type { System } from "../System";
import { adminEntries } from "./admin/entries";

/** Leaderboards: their place in the navigation. Their pages stand in `routes.ts`. */
export const leaderboards: System = {
  id: "leaderboards",
  title: "Leaderboards",
  summary: "Ranks of millions of players, right at every moment.",
  promises: [
    "A player's exact rank among millions, in microseconds",
    "Seasons, friends and regions from one stream of scores",
    "Scores that cannot be true are found and explained",
  ],
  hue: 85,
  icon: IconTrophy,
  Glance: lazy(() => import("./glance/TopPlayers").then((module) => ({ default: module.TopPlayers }))),
  search: () => import("./search").then((module) => module.searchLeaderboards),
  entries: [
    { label: "Boards", to: "/leaderboards", icon: IconTrophy, exact: true },
    { label: "Archive", to: "/leaderboards/archive", icon: IconArchive },
    ...adminEntries,
  ],
};
