import { IconPhoto } from "@tabler/icons-react";
import type { System } from "../System";

export const pushFeed: System = {
  id: "push-feed",
  title: "Push feed",
  summary: "A picture feed written to every follower as it is posted.",
  promises: [
    "A post by somebody with millions of followers does not hold up the others",
    "A feed opens from memory, in one read",
    "Pictures in the size the screen needs",
  ],
  hue: 322,
  icon: IconPhoto,
  entries: [],
};
