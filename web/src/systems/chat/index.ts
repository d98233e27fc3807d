import { IconMessageCircle } from "@tabler/icons-react";
import type { System } from "../System";

export const chat: System = {
  id: "chat",
  title: "Chat",
  summary: "Conversations that arrive at once, in order, and on every device.",
  promises: [
    "Sent, delivered and read, exactly once each and in order",
    "Typing and presence that cost next to nothing",
    "Search over every message one ever wrote",
  ],
  hue: 155,
  icon: IconMessageCircle,
  entries: [],
};
