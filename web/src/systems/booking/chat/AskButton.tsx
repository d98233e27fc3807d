import { Button } from "@mantine/core";
import { IconMessageQuestion } from "@tabler/icons-react";
import { lazy, Suspense, useRef, useState } from "react";

const ChatPanel = lazy(() => import("./ChatPanel").then((module) => ({ default: module.ChatPanel })));

/** Opens the chat beside the page; it is loaded when somebody first wants it. */
export function AskButton() {
  const [isOpen, setOpen] = useState(false);
  const [wasOpened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const open = () => {
    setOpened(true);
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    // The panel arrives open the first time and so does not know where the focus was.
    button.current?.focus();
  };
  return (
    <>
      <Button
        ref={button}
        variant="default"
        leftSection={<IconMessageQuestion size={16} aria-hidden />}
        aria-haspopup="dialog"
        onClick={open}
      >
        Ask
      </Button>
      <Suspense>{wasOpened ? <ChatPanel isOpen={isOpen} onClose={close} /> : null}</Suspense>
    </>
  );
}
