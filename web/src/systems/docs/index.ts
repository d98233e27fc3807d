import { IconFileText } from "@tabler/icons-react";
import type { System } from "../System";

export const docs: System = {
  id: "docs",
  title: "Documents",
  summary: "Documents that many people write at once.",
  promises: [
    "Everybody ends with the same text, whatever the network did",
    "Works offline and merges on return",
    "Every revision can be seen, compared and brought back",
  ],
  hue: 125,
  icon: IconFileText,
  entries: [],
};
