import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import { useUser } from "@/auth/useSession";
import { chatDesk } from "./chatDesk";

const ChatPanel = lazy(() => import("./ChatPanel").then((module) => ({ default: module.ChatPanel })));

/** Where the chat is drawn, beside all of booking's pages; it is loaded when somebody first wants it. */
export function ChatMount() {
  const { isOpen, openers } = useSyncExternalStore(chatDesk.subscribe, () => chatDesk.state);
  const [wasOpened, setOpened] = useState(isOpen);
  const user = useUser();
  useEffect(() => {
    if (isOpen) setOpened(true);
  }, [isOpen]);
  // What was said to one is not for the next who signs in here.
  return (
    <Suspense>
      {wasOpened ? (
        <ChatPanel key={user?.id ?? "guest"} isOpen={isOpen} openers={openers} onClose={chatDesk.close} />
      ) : null}
    </Suspense>
  );
}
