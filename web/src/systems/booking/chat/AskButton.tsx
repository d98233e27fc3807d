import { Button } from "@mantine/core";
import { IconMessageQuestion } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";

const ChatPanel = lazy(() => import("./ChatPanel").then((module) => ({ default: module.ChatPanel })));

/** Opens the chat beside the page; it is loaded when somebody first wants it. */
export function AskButton() {
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const open = () => {
    setOpened(true);
    setOpen(true);
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconMessageQuestion size={16} aria-hidden />}
        aria-haspopup="dialog"
        onClick={open}
      >
        Ask
      </Button>
      <Suspense>{wasOpened ? <ChatPanel isOpen={isOpen} onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  );
}
