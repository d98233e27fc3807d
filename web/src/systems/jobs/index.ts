import { IconStack2 } from "@tabler/icons-react";
import type { System } from "../System";

export const jobs: System = {
  id: "jobs",
  title: "Jobs",
  summary: "Background work with priorities, schedules and retries.",
  promises: [
    "A job is run, also when its worker dies",
    "Priorities that starve nobody",
    "What failed is kept with its reason, and can be run again",
  ],
  hue: 295,
  icon: IconStack2,
  entries: [],
};
