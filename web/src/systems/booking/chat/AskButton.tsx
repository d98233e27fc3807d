import { ActionIcon, Button } from "@mantine/core";
import { IconMessageQuestion } from "@tabler/icons-react";
import { useRef } from "react";
import { chatDesk } from "./chatDesk";

interface Props {
  /** Questions that suggest themselves on the page. */
  readonly openers?: readonly string[];
  /** Where there is little room: the icon alone. */
  readonly isSmall?: boolean;
}

const usual: readonly string[] = [
  "What is on tonight?",
  "Any comedies this weekend?",
  "Show my bookings",
  "Can I get a refund?",
];

/** Opens the chat beside the page. */
export function AskButton({ openers = usual, isSmall = false }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const shared = {
    ref: button,
    variant: "default",
    "aria-haspopup": "dialog",
    onClick: () => chatDesk.open(openers, button.current),
  } as const;
  return isSmall ? (
    <ActionIcon {...shared} size={30} aria-label="Ask" title="Ask">
      <IconMessageQuestion size={16} aria-hidden />
    </ActionIcon>
  ) : (
    <Button {...shared} leftSection={<IconMessageQuestion size={16} aria-hidden />}>
      Ask
    </Button>
  );
}
