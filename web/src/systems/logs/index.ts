import { IconFileSearch } from "@tabler/icons-react";
import type { System } from "../System";

export const logs: System = {
  id: "logs",
  title: "Logs",
  summary: "Logs of many tenants, kept small and searched fast.",
  promises: [
    "Hundreds of thousands of lines a second, each tenant apart",
    "Searches over days answer while one types",
    "Alerts on what is unusual, not only on what is much",
  ],
  hue: 195,
  icon: IconFileSearch,
  entries: [],
};
